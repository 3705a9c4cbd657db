import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { LoadedPart } from '@/components/loaded-part'
import { Heading, Lead } from '@/components/text'
import { useCloud } from '@/services/use-loaded'

/** Every text that an elder is asked to agree to, for whoever wants to read it first. */
export function Texts() {
  const consents = useCloud('people.consents', {})
  return (
    <>
      <Heading>登记的时候会问老人的</Heading>
      <LoadedPart load={consents}>
        {(all) =>
          all.map(({ purpose, title, text }) => (
            <Card key={purpose}>
              <View className="privacy-card">
                <Lead>{title}</Lead>
                <View>{text}</View>
              </View>
            </Card>
          ))
        }
      </LoadedPart>
    </>
  )
}
