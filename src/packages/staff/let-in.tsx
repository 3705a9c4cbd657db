import { useState } from 'react'
import type { Scope } from '#types/contract'
import type { Circle, CircleMember } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { Sheet } from '@/components/sheet'
import { Heading } from '@/components/text'
import { type Act, useAct } from '@/services/use-act'
import { scopeOptions } from '@/services/words'
import { EvidenceEntry, evidenceOf, noEvidence } from './evidence-entry'
import { nothingSaid, PaperEntry, paperOf } from './paper-entry'

interface Props {
  member: CircleMember
  elderName: string
  onClose(): void
  onDone(circle: Circle): void
}

/** An elder who has agreed to nothing yet cannot let anybody in. */
const firstRegister = '老人自己的登记还没有同意。先打开老人的登记，记下同意，再来记这一件。'

const troubleOf = ({ code, trouble }: Act<'people.grant'>) =>
  code === 'CONSENT_MISSING' ? firstRegister : trouble

/** Writes down that an elder lets somebody act for her, and how far; a guardian shows papers instead. */
export function LetIn({ member, elderName, onClose, onDone }: Props) {
  const grant = useAct('people.grant')
  const [scopes, setScopes] = useState<Scope[]>(member.scopes)
  const [said, setSaid] = useState(nothingSaid)
  const [evidence, setEvidence] = useState(noEvidence)
  const [isTried, setTried] = useState(false)
  // Whoever was let in already has shown papers then.
  const needsPapers = member.relation === 'guardian' && member.state !== 'granted'

  const send = async () => {
    setTried(true)
    const paper = paperOf(said)
    const papers = needsPapers ? evidenceOf(evidence) : undefined
    if (!paper || papers === null || scopes.length === 0) return
    const circle = await grant.run({
      memberId: member.id,
      scopes,
      paper,
      ...(papers && { evidence: papers }),
    })
    if (!circle) return
    onDone(circle)
    onClose()
  }
  return (
    <Sheet
      title={`同意${relationWord[member.relation]}${member.name}代办`}
      onClose={onClose}
      trouble={isTried && scopes.length === 0 ? '先勾上老人同意的事。' : troubleOf(grant)}
      action={
        <Button kind="pine" pending={grant.isPending} onTap={() => void send()}>
          记下，现在就能办
        </Button>
      }
    >
      <Heading>{`${elderName}同意哪几样？`}</Heading>
      <Checks
        label={`${elderName}同意哪几样？`}
        options={scopeOptions('老人')}
        values={scopes}
        onChange={setScopes}
      />
      {needsPapers && <EvidenceEntry value={evidence} onChange={setEvidence} isTried={isTried} />}
      <PaperEntry value={said} onChange={setSaid} isTried={isTried} />
    </Sheet>
  )
}
