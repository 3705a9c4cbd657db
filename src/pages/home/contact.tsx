import { View } from '@tarojs/components'
import type { HomeContact } from '#types/people'
import { Button } from '@/components/button'
import { Soft } from '@/components/text'
import { ring } from '@/platform/ring'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'

/** The one button that reaches a person: at the station, or whoever answers while it is closed. */
export function Contact({ contact }: { contact: HomeContact }) {
  const { name, phone, stationName, openNow, opensAt, otherwise } = contact
  const answers = otherwise ?? { name, phone }
  return (
    <>
      <Button kind="second" icon="phone" onTap={() => ring(answers.phone)}>
        {`打电话找${answers.name}`}
      </Button>
      <View className="home-contact">
        <Soft small>
          {openNow ? `${stationName}的工作人员` : closedWord(stationName, opensAt, otherwise !== null)}
        </Soft>
      </View>
    </>
  )
}

function closedWord(stationName: string, opensAt: string | null, isAnswered: boolean): string {
  const opens = opensAt ? `${whenWord(opensAt, cloudNow())} 开门` : '这几天不开门'
  return `${stationName}现在没开门，${opens}。${isAnswered ? '这会儿由他们接电话。' : '电话可能没有人接。'}`
}
