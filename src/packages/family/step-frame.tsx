import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { toTop } from '@/platform/page'

interface Props {
  title: string
  /** Which step is shown, from 0, and how many there are. */
  at: number
  count: number
  /** What this step still needs, in words for a button; null when it is complete. */
  gap: string | null
  onGo(step: number): void
  /** The last step's button and what it does. */
  send: { words: string; isPending: boolean; run(): Promise<void> }
  /** Why it was not taken; null also where the step says so itself. */
  trouble: string | null
  children: ReactNode
}

/** One question of several, with the way on and the way back always at the same place. */
export function StepFrame({ title, at, count, gap, onGo, send, trouble, children }: Props) {
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
            <Button pending={send.isPending} onTap={() => void send.run()}>
              {send.words}
            </Button>
          ) : (
            <Button onTap={() => go(at + 1)}>下一步</Button>
          )}
          {at > 0 && (
            <Button kind="second" onTap={() => go(at - 1)}>
              上一步
            </Button>
          )}
        </>
      }
    >
      <Soft>
        第 {at + 1} 步，一共 {count} 步
      </Soft>
      {children}
    </PageFrame>
  )
}
