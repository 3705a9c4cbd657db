import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { LocalDate } from '#types/values'
import type { Urgency } from '#types/visits'
import { urgencyWord } from '#types/words/visits/urgencies'
import { Button } from '@/components/button'
import { Choice, ChoiceSign, Choices } from '@/components/choice'
import { Contact } from '@/components/contact'
import { DateStrip } from '@/components/date-strip'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { RescueFromAfar } from '@/components/rescue/from-afar'
import { Segmented } from '@/components/segmented'
import { Heading, Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { replaceBy } from '@/platform/navigation'
import { askedBefore } from '@/services/asked-before'
import { cloudNow } from '@/services/clock'
import { addDays, dateOf, dayWord } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { useHomeOf } from '@/services/home-of'
import { useAct } from '@/services/use-act'
import { callWord } from '@/services/words'
import { kindsOf } from './kinds'
import './index.scss'

type When = 'now' | 'today' | LocalDate

interface Wish {
  urgency: Urgency | null
  reason: string
  when: When
}

interface Props {
  elder: ActFor
  /** Everybody the caller may act for. */
  elders: readonly ActFor[]
  /** When somebody should go, as the page was asked to begin with. */
  when: When | undefined
  onChoose(elderId: string): void
}

const draftHours = 2

export function Ask({ elder, elders, when = 'now', onChoose }: Props) {
  const wish = useDraft<Wish>(`visit ${elder.id}`, { urgency: null, reason: '', when }, draftHours)
  const request = useAct('visits.request')
  const [openedAt] = useState(cloudNow)
  const { urgency, reason, when: day } = wish.value
  const isUrgent = urgency === 'urgent'
  const isFar = elder.relation !== 'self' && elder.scopes.includes('view')
  const today = dateOf(cloudNow())
  const who = callWord(elder)
  const contact = useHomeOf(elder.id)?.contact
  const rescue = isFar ? (
    <>
      <RescueFromAfar elderId={elder.id} who={who} address={null} />
      {contact && <Contact contact={contact} />}
    </>
  ) : (
    <Rescue />
  )

  const send = async () => {
    if (!urgency) return
    const words = reason.trim()
    const asked = {
      ...{ elderId: elder.id, urgency, when: isUrgent ? ('now' as const) : day },
      ...(words && { reason: words }),
    }
    const visit = await request.run(asked)
    if (!visit) return
    wish.discard()
    buzz()
    replaceBy('pages/visit', { visitId: visit.id, earlier: askedBefore(visit, asked, openedAt) })
  }

  return (
    <PageFrame
      title="请人上门看看"
      action={
        <>
          {request.trouble && <Notice>{request.trouble}</Notice>}
          {urgency ? (
            <Button kind="pine" pending={request.isPending} onTap={() => void send()}>
              {sendWord(isUrgent ? 'now' : day, today)}
            </Button>
          ) : (
            <Button disabled onTap={() => undefined}>
              先选是什么事
            </Button>
          )}
        </>
      }
    >
      {isUrgent && rescue}
      <Title>{elder.relation === 'self' ? '请人来看看您' : `请人看看${who}`}</Title>
      {elders.length > 1 && (
        <Segmented
          label="请人看谁"
          options={elders.map((one) => ({
            value: one.id,
            word: one.relation === 'self' ? '我自己' : callWord(one),
          }))}
          value={elder.id}
          onPick={onChoose}
        />
      )}
      <Choices label="是什么事？">
        {kindsOf(elder).map((kind) => (
          <Choice
            key={kind.urgency}
            title={urgencyWord[kind.urgency]}
            hint={kind.hint}
            picture={
              <ChoiceSign kind={kind.sign}>
                <Icon name={kind.icon} size={38} />
              </ChoiceSign>
            }
            isPicked={kind.urgency === urgency}
            onPick={() => wish.write({ urgency: kind.urgency })}
          />
        ))}
      </Choices>
      {!isUrgent && rescue}

      <Field
        label="怎么了（可以不写）"
        value={reason}
        onChange={(text) => wish.write({ reason: text })}
        answers={kindsOf(elder).find((kind) => kind.urgency === urgency)?.answers}
        placeholder="写一句，去的人好有准备"
        long
      />

      {!isUrgent && <Days day={day} today={today} onPick={(picked) => wish.write({ when: picked })} />}
      <Soft>驿站和附近的志愿者都能看到。谁接了、到了没有、见没见到人，在“看望进展”里看得到。</Soft>
    </PageFrame>
  )
}

/** When somebody should go. What is urgent is for now, so it is not asked there. */
function Days({ day, today, onPick }: { day: When; today: LocalDate; onPick(day: When): void }) {
  const isLater = day !== 'now' && day !== 'today'
  return (
    <>
      <Heading>什么时候去？</Heading>
      <Segmented
        label="什么时候去？"
        options={[
          { value: 'now', word: '现在就去' },
          { value: 'today', word: '今天' },
          { value: 'later', word: '改天' },
        ]}
        value={isLater ? 'later' : day}
        onPick={(picked) => onPick(picked === 'later' ? addDays(today, 1) : picked)}
      />
      {isLater && (
        <View className="ask-days">
          <DateStrip today={today} from={addDays(today, 1)} days={6} value={day} onPick={onPick} />
        </View>
      )}
    </>
  )
}

function sendWord(when: When, today: LocalDate): string {
  if (when === 'now') return '现在就请人去'
  return `请人${when === 'today' ? '今天' : dayWord(when, today)}去`
}
