import type { RuleAnswer } from '#types/eligibility/entitlements'
import { policyKindWord } from '#types/words/policies/kinds'
import { Card } from '@/components/card'
import { Contact } from '@/components/contact'
import { Lead, Soft } from '@/components/text'
import { useHomeOf } from '@/services/home-of'

interface Props {
  answers: readonly RuleAnswer[]
  elderId: string
}

/** Of what she has a right to and nobody can book here yet: whom to ring about it. */
export function ToRing({ answers, elderId }: Props) {
  const kinds = answers
    .filter(({ answer, isTaken, kind }) => answer === 'yes' && isTaken && kind !== 'meal')
    .map(({ kind }) => policyKindWord[kind])
  return kinds.length > 0 ? <Ring kinds={[...new Set(kinds)]} elderId={elderId} /> : null
}

function Ring({ kinds, elderId }: { kinds: readonly string[]; elderId: string }) {
  const home = useHomeOf(elderId)
  return (
    <>
      <Card>
        <Lead>{`${kinds.join('、')}还不能在手机上用`}</Lead>
        <Soft>想用的话，先打电话问一问怎么办。</Soft>
      </Card>
      {home?.contact && <Contact contact={home.contact} />}
    </>
  )
}
