import type { Questionnaire } from '#types/eligibility'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { useLikely } from '@/services/use-entitlements'
import { Answers } from '../answers'

interface Props {
  asked: Questionnaire
  /** Whether the reader acts for somebody who is registered. */
  hasElder: boolean
  onBack(): void
  onAgain(): void
}

/** What somebody like this likely has a right to, and how it comes true. */
export function Results({ asked, hasElder, onBack, onAgain }: Props) {
  const answers = useLikely(asked)
  return (
    <PageFrame
      title="能享受什么"
      load={answers}
      action={
        hasElder ? (
          <Button onTap={() => open('packages/benefits/mine')}>看登记过的情况</Button>
        ) : (
          <Button onTap={() => open('packages/family/register')}>去登记</Button>
        )
      }
      second={
        <Button kind="second" icon="phone" onTap={() => open('pages/stations')}>
          打电话找驿站
        </Button>
      }
    >
      {(found) => (
        <>
          <Title>按您说的情况看</Title>
          <Soft>这是估算的。到驿站登记、看过证件以后才算数。</Soft>
          <Answers answers={found.answers} elderWord="您" isLikely />
          <Card>
            <ListRow title="回去改一改" icon="pencil" onTap={onBack} />
            <ListRow title="从头再问一遍" icon="refresh-cw" onTap={onAgain} />
          </Card>
        </>
      )}
    </PageFrame>
  )
}
