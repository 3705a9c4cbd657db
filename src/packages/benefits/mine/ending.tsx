import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { appliedWord, isAwaited } from '@/services/application-words'
import { longDate } from '@/services/dates'
import type { Whom } from '../apply/for-whom'
import { goApply } from './go-apply'

interface Props {
  applicable: readonly Applicable[]
  sent: readonly Application[]
  whom: Whom
}

/** Categories that end soon and that nobody has asked to renew. */
export function Ending({ applicable, sent, whom }: Props) {
  const ending = applicable.filter(
    ({ category, isEnding }) =>
      isEnding && !sent.some((one) => one.category === category && isAwaited(one.state)),
  )
  return (
    <>
      {ending.map((one) => (
        <Renew key={one.category} applicable={one} whom={whom} />
      ))}
    </>
  )
}

function Renew({ applicable, whom }: { applicable: Applicable; whom: Whom }) {
  const until = applicable.held?.to
  const name = appliedWord(applicable)
  return (
    <>
      <Notice>
        {until
          ? `“${name}”快到期了。请在 ${longDate(until)}前续办，补贴才不会断。`
          : `“${name}”快到期了，请早点续办。`}
      </Notice>
      <Button kind="second" onTap={() => goApply(applicable, whom)}>
        {`续办“${name}”`}
      </Button>
    </>
  )
}
