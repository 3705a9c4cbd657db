import type { ReactNode } from 'react'
import { toTop } from '@/platform/page'
import { Button } from '../button'
import type { IconName } from '../icon/names'
import { Notice } from '../notice'
import { PageFrame } from '../page-frame'
import { Soft } from '../text'

interface Props {
  title: string
  /** Which step is shown, from 0, and how many there are. */
  at: number
  count: number
  /** What a step is called where it is a question. */
  unit?: '步' | '题'
  /** What this step still needs, in words for a button; null when it is complete. */
  gap: string | null
  onGo(step: number): void
  /** The last step's button and what it does. */
  send: { words: string; icon?: IconName; isPending?: boolean; run(): void }
  /** Why it was not taken; null also where the step says so itself. */
  trouble?: string | null
  children: ReactNode
}

/** One question of several: the way on always at the bottom of the screen, the way back at the end of the page. */
export function StepFrame(props: Props) {
  const { title, at, count, unit = '步', gap, onGo, send, trouble = null, children } = props
  const go = (step: number) => {
    onGo(step)
    toTop()
  }
  return (
    <PageFrame
      title={title}
      action={
        <>
          {trouble && <Notice>{trouble}</Notice>}
          {gap !== null ? (
            <Button disabled onTap={() => undefined}>
              {gap}
            </Button>
          ) : at === count - 1 ? (
            <Button icon={send.icon} pending={send.isPending} onTap={send.run}>
              {send.words}
            </Button>
          ) : (
            <Button onTap={() => go(at + 1)}>下一步</Button>
          )}
        </>
      }
      second={
        at > 0 && (
          <Button kind="second" onTap={() => go(at - 1)}>
            上一步
          </Button>
        )
      }
    >
      <Soft>
        第 {at + 1} {unit}，一共 {count} {unit}
      </Soft>
      {children}
    </PageFrame>
  )
}
