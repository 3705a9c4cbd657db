import { useState } from 'react'
import type { Scope } from '#types/contract'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { RelationChoice } from '@/components/elder-fields/relation-choice'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Heading, Soft, Title } from '@/components/text'
import { useAct } from '@/services/use-act'
import { type Kin, scopeOptions } from '@/services/words'
import type { CodeMade } from './code-made'

interface Props {
  elderId: string
  who: string
  onBack(): void
  onMade(made: CodeMade): void
}

/** Whom to ask for help, and with what: the answer is a code to pass on. */
export function Invite({ elderId, who, onBack, onMade }: Props) {
  const [relation, setRelation] = useState<Kin | null>(null)
  const [scopes, setScopes] = useState<Scope[]>(['view', 'order'])
  const invite = useAct('people.invite')

  const make = async () => {
    if (!relation) return
    const made = await invite.run({ elderId, for: { kind: 'family', relation, scopes } })
    if (made) onMade({ ...made, relation })
  }
  const gap = !relation ? '先选请谁' : scopes.length === 0 ? '先选能办什么' : null
  return (
    <PageFrame
      title="请家人来帮忙"
      action={
        <>
          {invite.trouble && <Notice>{invite.trouble}</Notice>}
          {gap ? (
            <Button disabled onTap={() => undefined}>
              {gap}
            </Button>
          ) : (
            <Button pending={invite.isPending} onTap={() => void make()}>
              给我一个邀请码
            </Button>
          )}
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不请了
        </Button>
      }
    >
      <Title>{who === '您' ? '请谁来帮您？' : `请谁来帮${who}？`}</Title>
      <RelationChoice label="请谁" value={relation} onPick={setRelation} withoutGuardian />
      <Heading>{relation ? `让${relationWord[relation]}能办什么？` : '让家人能办什么？'}</Heading>
      <Checks label="能办什么" options={scopeOptions(who)} values={scopes} onChange={setScopes} />
      <Soft>办过的每一件，您都看得到，也随时可以不再让办。</Soft>
    </PageFrame>
  )
}
