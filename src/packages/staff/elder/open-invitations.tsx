import type { Circle } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { Card } from '@/components/card'
import { Heading, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { untilWord } from '@/services/dates'
import { BigCode } from '../big-code'

/** Codes that were given out and not used yet. */
export function OpenInvitations({ invitations }: Pick<Circle, 'invitations'>) {
  if (invitations.length === 0) return null
  return (
    <>
      <Heading>给出去还没用的码</Heading>
      {invitations.map(({ code, relation, expiresAt }) => (
        <Card key={code}>
          <Soft>{`给${relationWord[relation]}的，${untilWord(expiresAt, cloudNow())}有效`}</Soft>
          <BigCode name="码" code={code} />
        </Card>
      ))}
    </>
  )
}
