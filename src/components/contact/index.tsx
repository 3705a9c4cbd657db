import { View } from '@tarojs/components'
import type { HomeContact } from '#types/people'
import { ring } from '@/platform/ring'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { unsureWord } from '@/services/opening'
import { Button } from '../button'
import { Soft } from '../text'
import './index.scss'

interface Props {
  contact: HomeContact
}

/** The one button that reaches a person, and who that is. */
export function Contact({ contact }: Props) {
  return (
    <>
      <ContactButton contact={contact} kind="second" />
      <View className="contact-word">
        <ContactWord contact={contact} />
      </View>
    </>
  )
}

/** Rings somebody at the station, or whoever answers while it is closed: of an office the name is too long for a button. */
export function ContactButton({ contact, kind }: Props & { kind: 'primary' | 'second' }) {
  const { phone } = contact.otherwise ?? contact
  return (
    <Button kind={kind} icon="phone" onTap={() => ring(phone)}>
      {`打电话找${contact.otherwise ? '值班的人' : contact.name}`}
    </Button>
  )
}

/** Who answers, and of a closed station when it opens, as far as that is known; with the name of a worker where the button that has it stands `apart`. */
export function ContactWord({ contact, apart = false }: Props & { apart?: boolean }) {
  const { name, stationName, openNow, opensAt, unsure, otherwise } = contact
  if (openNow) return <Soft small>{`${apart ? `${name}是` : ''}${stationName}的工作人员`}</Soft>
  const opens = opensAt ? `${whenWord(opensAt, cloudNow())} 开门` : '这几天不开门'
  const answers = otherwise ? `这会儿由${otherwise.name}接电话。` : '电话可能没有人接。'
  if (unsure) return <Soft small>{`${stationName}：${unsureWord(unsure, cloudNow())}。${answers}`}</Soft>
  return <Soft small>{`${stationName}现在没开门，${opens}。${answers}`}</Soft>
}
