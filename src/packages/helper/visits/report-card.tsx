import { View } from '@tarojs/components'
import { unsettledOf } from '#types/unsettled'
import type { Alarm, Outcome } from '#types/visits'
import { alarmWord } from '#types/words/visits/alarms'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag } from '@/components/tag'
import { Soft, Strong } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { actorWord, outcomeInFull, seenOf } from '@/services/words'
import { nextAfter, type ReportedVisit } from './reported'
import { RingButton } from './ring-button'
import { SettleButton, settledWord } from './settle'
import { Who } from './who-where'
import { wroteWord } from './wrote-word'

interface Props {
  visit: ReportedVisit
  /** The caller is about to go there. */
  isPending: boolean
  onGo(): void
  onRead(): Promise<void>
}

const looks = {
  emergency: { card: 'alarm', tag: 'bad' },
  noAnswer: { card: 'warn', tag: 'bad' },
  needsFound: { card: 'warn', tag: 'wait' },
  refused: { card: 'plain', tag: 'plain' },
  well: { card: 'plain', tag: 'ok' },
} as const satisfies Record<Outcome, object>

/** What was found that calls for somebody, which a later report may not have ended. */
const calledFor = (alarm: Alarm | null) =>
  alarm === 'emergency' || alarm === 'noAnswer' || alarm === 'needsFound' ? alarm : null

/** What was found at a door, for those who answer for the place. */
export function ReportCard({ visit, isPending, onGo, onRead }: Props) {
  const close = useAct('visits.close')
  const { report, earlierReports, settlings, alarm, state, may } = visit
  const called = calledFor(alarm) ?? report.outcome
  const next = nextAfter[called]
  const mustSay = alarm !== null || unsettledOf(visit).length > 0

  const read = async () => {
    await close.run({ visitId: visit.id, seen: seenOf(visit) })
    await onRead()
  }
  return (
    <Card kind={looks[called].card}>
      <View className={next ? 'visits-card visits-card-tinted' : 'visits-card'}>
        <View className="visits-head">
          <Tag kind={looks[report.outcome].tag}>{outcomeInFull[report.outcome]}</Tag>
          {alarm && called !== report.outcome && <Tag kind="bad">{alarmWord[alarm]}</Tag>}
          <View>{whenWord(report.at, cloudNow())}</View>
        </View>
        <Who visit={visit} />
        {next && (
          <View>
            <Strong>接下来：</Strong>
            {next}
          </View>
        )}
        {[...earlierReports, report].map((one) => (
          <View key={one.at}>{wroteWord(one)}</View>
        ))}
        {settlings.map(({ at, by, note }) => (
          <View key={at}>
            {keepWhole(`${whenWord(at, cloudNow())} ${actorWord(by)}办的：${note ?? '没有写怎么办的'}`)}
          </View>
        ))}
        {report.isHeld && report.note && (
          <Soft small>这些话没有通过微信的检查，只有驿站和协调员看得到。</Soft>
        )}
        {mustSay && may.includes('settle') && (
          <Soft small>{`${settledWord(visit)}再点。老人和家人不能替您点。`}</Soft>
        )}
        {next && may.includes('ring') && <RingButton visit={visit} />}
        {close.trouble && <Notice>{close.trouble}</Notice>}
        {state === 'escalated' && may.includes('go') && (
          <Button kind="pine" pending={isPending} onTap={onGo} label={`我去，${visit.elderName}`}>
            我去
          </Button>
        )}
        {may.includes('settle') &&
          (mustSay ? (
            <SettleButton visit={visit} />
          ) : (
            <Button
              kind="second"
              pending={close.isPending}
              onTap={() => void read()}
              label={`我看过了，${visit.elderName}`}
            >
              我看过了
            </Button>
          ))}
      </View>
    </Card>
  )
}
