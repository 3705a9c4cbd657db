import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { Offer } from '#types/people/circle'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { cloudNow } from '@/services/clock'
import type { ReplyFrom } from '@/services/cloud'
import { untilWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { offerWords } from './offer-words'

interface Props {
  code: string
  offer: Offer
  /** Whether the cloud does not know yet what the caller is called. */
  isNameless: boolean
  onOtherCode(): void
  onAccepted(accepted: ReplyFrom<'people.accept'>): void
}

/** Whoever acts for her cannot be her. */
const kinPhone = '这部手机在替这位老人办事，不能再当老人自己的手机。请在老人自己的手机上填这个码。'

/** What is offered, and the one tap that accepts it. */
export function Accept({ code, offer, isNameless, onOtherCode, onAccepted }: Props) {
  const accept = useAct('people.accept')
  const [name, setName] = useState('')
  const words = offerWords(offer)
  const asksName = isNameless && offer.kind !== 'self' // who she is stands in her own registration

  const isTheirOwn = offer.kind === 'self' && accept.code === 'FORBIDDEN'

  const send = async () => {
    const accepted = await accept.run({ code, ...(asksName && { name: name.trim() }) })
    if (!accepted) return
    buzz()
    onAccepted(accepted)
  }
  return (
    <PageFrame
      title="邀请"
      action={
        <>
          {accept.trouble && <Notice>{isTheirOwn ? kinPhone : accept.trouble}</Notice>}
          {asksName && name.trim() === '' ? (
            <Button disabled onTap={() => undefined}>
              先写您的名字
            </Button>
          ) : (
            <Button pending={accept.isPending} onTap={() => void send()}>
              {words.accept}
            </Button>
          )}
        </>
      }
      second={
        <Button kind="second" onTap={onOtherCode}>
          不是给我的，换一个码
        </Button>
      }
    >
      <Title>{words.title}</Title>
      {words.rows.length > 0 && (
        <Card>
          <Facts rows={words.rows} />
        </Card>
      )}
      <View>{words.follows}</View>
      {asksName && (
        <Field
          label="您叫什么名字？"
          value={name}
          onChange={setName}
          placeholder="写真名"
          maxLength={longest.name}
        />
      )}
      <Soft small>邀请码：{untilWord(offer.expiresAt, cloudNow())}有效。</Soft>
    </PageFrame>
  )
}
