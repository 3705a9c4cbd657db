import type { ReactNode } from 'react'
import type { ActFor } from '#types/people'
import type { ElderFile, Sayable } from '#types/people/elders'
import { Button } from '@/components/button'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { open } from '@/platform/navigation'
import { type Act, useAct } from '@/services/use-act'
import { isOwnOrGuardian } from '../of-elder'

/** What every step gets that changes something. */
export interface EditProps {
  elder: ActFor
  file: ElderFile
  onSaved(file: ElderFile): void
  onBack(): void
}

/** What was typed and not sent is meant for so long. */
export const draftHours = 2

/** Sends what was changed. `discard` lets go of what was typed once it is stored. */
export function useCorrect({ elder, onSaved }: EditProps, discard: () => void) {
  const act = useAct('people.correct')
  const save = async (changes: Partial<Sayable>) => {
    const file = await act.run({ elderId: elder.id, changes })
    if (!file) return
    discard()
    buzz()
    onSaved(file)
  }
  return { act, save }
}

/** Said to somebody who can give the consent that is missing. */
const ownNoWords = '这一项还没有同意填，所以没有存下来。同意以后，再点一次就行。'

interface Props {
  elder: ActFor
  title: string
  act: Pick<Act<'people.correct'>, 'trouble' | 'code' | 'isPending'>
  /** What is missing yet, as the button says it; null when it can be stored. */
  missing: string | null
  /** What the button says otherwise. */
  done?: string
  onSave(): void
  onBack(): void
  children: ReactNode
}

/** One subject that is being changed: its question, and the ways on and back. */
export function Edit(props: Props) {
  const { elder, title, act, missing, done = '改好了', onSave, onBack, children } = props
  const isOwnNo = act.code === 'CONSENT_MISSING' && isOwnOrGuardian(elder)
  return (
    <PageFrame
      title="改一改"
      action={
        <>
          {act.trouble && <Notice>{isOwnNo ? ownNoWords : act.trouble}</Notice>}
          {missing ? (
            <Button disabled onTap={() => undefined}>
              {missing}
            </Button>
          ) : (
            <Button pending={act.isPending} onTap={onSave}>
              {done}
            </Button>
          )}
        </>
      }
      second={
        <>
          {isOwnNo && (
            <ListRow
              title="看一看要不要同意"
              icon="shield-check"
              onTap={() => open('packages/family/privacy', { elderId: elder.id })}
            />
          )}
          <Button kind="second" onTap={onBack}>
            不改了
          </Button>
        </>
      }
    >
      <Title>{title}</Title>
      {children}
    </PageFrame>
  )
}
