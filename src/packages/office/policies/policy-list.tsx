import { View } from '@tarojs/components'
import type { PolicyRow } from '#types/eligibility'
import type { LocalDate } from '#types/values'
import { policyKindWord } from '#types/words/policies/kinds'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, longDate } from '@/services/dates'
import { useCloud } from '@/services/use-loaded'
import './index.scss'
import { factsOf, stateOf } from './policy-words'

export type Added = Pick<PolicyRow, 'name' | 'effectiveFrom'>

interface Props {
  district: string
  name: string
  /** What has just been stored. */
  added: Added | null
  onAdd(): void
}

/** All that was ever in force, the latest first; none is ever changed. */
export function PolicyList({ district, name, added, onAdd }: Props) {
  const policies = useCloud('eligibility.policies', { district })
  const today = dateOf(cloudNow())
  return (
    <PageFrame title="政策" load={policies} dense action={<Button onTap={onAdd}>加一份政策</Button>}>
      {(all) => (
        <>
          <Title>{`${name}的政策`}</Title>
          {added && (
            <Notice kind="ok">{`${added.name}存好了，${longDate(added.effectiveFrom)}起用。`}</Notice>
          )}
          <Soft>存好的不能改。有新的规定，就加一份新的，写明从哪一天起用。</Soft>
          {all.length === 0 && (
            <Empty icon="clipboard-list" title="还没有政策" hint="加一份以后，才会有补贴。" />
          )}
          <LongList items={all}>
            {(policy) => <PolicyCard key={policy.id} policy={policy} today={today} />}
          </LongList>
        </>
      )}
    </PageFrame>
  )
}

function PolicyCard({ policy, today }: { policy: PolicyRow; today: LocalDate }) {
  const { name, kind } = policy
  const state = stateOf(policy, today)
  return (
    <Card>
      <View className="policy-card">
        <Lead>{name}</Lead>
        <Tags>
          <Tag>{policyKindWord[kind]}</Tag>
          <Tag kind={state.kind}>{state.word}</Tag>
        </Tags>
        <Facts rows={factsOf(policy)} />
      </View>
    </Card>
  )
}
