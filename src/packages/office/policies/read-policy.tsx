import { View } from '@tarojs/components'
import type { PolicyReading, PolicyRow } from '#types/eligibility'
import { policyKindWord } from '#types/words/policies/kinds'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { PageFrame } from '@/components/page-frame'
import { Tag, Tags } from '@/components/tag'
import { Heading, Lead, Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { toTop } from '@/platform/page'
import { call } from '@/services/cloud'
import { forgetDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { useReading } from '@/services/use-reading'
import { draftOf } from './add-policy'
import { changes } from './changes'
import { Faults } from './faults'
import './index.scss'
import { factsOf } from './policy-words'
import { Terms } from './terms'

interface Props {
  district: string
  text: string
  reading: PolicyReading
  onBack(): void
  onReadAgain(reading: PolicyReading): void
  onAdded(policy: PolicyRow): void
}

/** What a document says and would change, and the second act: only what was read is stored. */
export function ReadPolicy({ district, text, reading, onBack, onReadAgain, onAdded }: Props) {
  const save = useAct('eligibility.savePolicy')
  const again = useReading()
  const isOld = save.code === 'POLICIES_CHANGED'
  const store = async () => {
    const between = { before: reading.before?.id ?? null, next: reading.next?.id ?? null }
    const policy = await save.run({ district, text, between })
    if (!policy) return
    forgetDraft(draftOf(district))
    buzz()
    onAdded(policy)
  }
  const readAgain = async () => {
    const found = await again.read(() => call('eligibility.readPolicy', { district, text }))
    if (!found) return
    save.clear()
    toTop()
    onReadAgain(found)
  }
  return (
    <PageFrame
      title="加一份政策"
      dense
      action={
        isOld ? (
          <Button pending={again.isPending} onTap={() => void readAgain()}>
            再看一遍
          </Button>
        ) : (
          <Button pending={save.isPending} onTap={() => void store()}>
            照这样存下来
          </Button>
        )
      }
      second={
        <Button kind="second" onTap={onBack}>
          回去改
        </Button>
      }
    >
      <Title>还没有存，请从头看一遍</Title>
      <Soft>请对着文件看。存好以后不能改，也不能删。</Soft>
      <Faults of={again.trouble ? again : save} />
      <Heading>存好以后会变的</Heading>
      <Card>
        <View className="policy-card" {...aria({ role: 'list', label: '存好以后会变的' })}>
          {changes(reading).map((words) => (
            <View key={words} {...aria({ role: 'listitem' })}>
              {words}
            </View>
          ))}
        </View>
      </Card>
      <Heading>这一份说的</Heading>
      <Card>
        <View className="policy-card">
          <Lead>{reading.policy.name}</Lead>
          <Tags>
            <Tag>{policyKindWord[reading.policy.kind]}</Tag>
          </Tags>
          <Facts rows={factsOf(reading.policy)} />
        </View>
      </Card>
      <Terms said={reading.said} />
    </PageFrame>
  )
}
