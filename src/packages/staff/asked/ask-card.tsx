import { View } from '@tarojs/components'
import type { AskAtStation } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { scopeInWords } from '@/services/words'
import './index.scss'

interface Props {
  ask: AskAtStation
  stationId: string
  onLetIn(): void
  onDeclined(): void
}

/** Somebody who asks. A no takes one tap: it grants nothing, and the elder can still say yes afterwards. */
export function AskCard({ ask, stationId, onLetIn, onDeclined }: Props) {
  const decline = useAct('people.decline')
  const sayNo = async () => {
    if (await decline.run({ memberId: ask.id })) onDeclined()
  }
  const { elderId, elderName, building, member } = ask
  const who = `${relationWord[member.relation]}${member.name}`
  const about = `${who}替${elderName}办`
  return (
    <Card>
      <View className="ask-card">
        <Lead>{`${who}想替${elderName}办`}</Lead>
        <View>{member.scopes.map((scope) => scopeInWords(scope, '老人')).join('；')}</View>
        {member.words && <Soft>“{member.words}”</Soft>}
        <Soft small>{`${building} · ${whenWord(member.since, cloudNow())} 请求的`}</Soft>
        {decline.trouble && <Notice>{decline.trouble}</Notice>}
        <View className="ask-card-acts">
          <View className="ask-card-act">
            <Button
              kind="second"
              label={`不同意${about}`}
              pending={decline.isPending}
              onTap={() => void sayNo()}
            >
              不同意
            </Button>
          </View>
          <View className="ask-card-act">
            <Button kind="pine" label={`同意${about}`} onTap={onLetIn}>
              同意
            </Button>
          </View>
        </View>
        <ListRow
          title={`打开${elderName}的登记`}
          onTap={() => open('packages/staff/elder', { stationId, elderId })}
        />
      </View>
    </Card>
  )
}
