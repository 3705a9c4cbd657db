import { View } from '@tarojs/components'
import type { Outcome } from '#types/visits'
import { helperWord } from '#types/words/visits/helper-kinds'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag } from '@/components/tag'
import { Soft, Strong } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { outcomeInFull } from '@/services/words'
import { nextAfter, type ReportedVisit } from './reported'
import { Who } from './who-where'

interface Props {
  visit: ReportedVisit
  onRead(): void
}

const looks = {
  emergency: { card: 'alarm', tag: 'bad' },
  noAnswer: { card: 'warn', tag: 'bad' },
  needsFound: { card: 'warn', tag: 'wait' },
  refused: { card: 'plain', tag: 'plain' },
  well: { card: 'plain', tag: 'ok' },
} as const satisfies Record<Outcome, object>

/** What was found at a door, for those who answer for the place. */
export function ReportCard({ visit, onRead }: Props) {
  const close = useAct('visits.close')
  const { report, helper } = visit
  const next = nextAfter[report.outcome]
  const look = looks[report.outcome]

  const read = async () => {
    if (await close.run({ visitId: visit.id })) onRead()
  }
  return (
    <Card kind={look.card}>
      <View className={next ? 'visits-card visits-card-tinted' : 'visits-card'}>
        <View className="visits-head">
          <Tag kind={look.tag}>{outcomeInFull[report.outcome]}</Tag>
          <View>{whenWord(report.at, cloudNow())}</View>
        </View>
        <Who visit={visit} />
        {next && (
          <View>
            <Strong>接下来：</Strong>
            {next}
          </View>
        )}
        <View>
          {helper ? `${helperWord[helper.kind]}${helper.name}` : '去的人'}
          {report.note ? `写：${report.note}` : '去看的，没有另外写。'}
        </View>
        {next && <Soft small>办妥了再点下面，点了就不再排在这里。</Soft>}
        {close.trouble && <Notice>{close.trouble}</Notice>}
        <Button
          kind="second"
          pending={close.isPending}
          onTap={() => void read()}
          label={`我看过了，${visit.elderName}`}
        >
          我看过了
        </Button>
      </View>
    </Card>
  )
}
