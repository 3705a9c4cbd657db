import { useState } from 'react'
import type { Loaded } from '@/services/use-loaded'
import { Button } from '../button'
import { Notice } from '../notice'

interface Props {
  found: Loaded<{ isMore: boolean }>
  more(): Promise<void>
  /** A full verb: 再看几家. */
  children: string
}

/** The way on from a list of `usePages`, at its end; nothing where that was all. Why the rest did not come stands here, where it was asked for. */
export function More({ found, more, children }: Props) {
  const [isPending, setPending] = useState(false)
  if (found.state !== 'ready' || !found.data.isMore) return null
  const ask = async () => {
    setPending(true)
    await more()
    setPending(false)
  }
  return (
    <>
      {found.trouble && <Notice icon="wifi-off">{found.trouble}</Notice>}
      <Button kind="second" pending={isPending} onTap={() => void ask()}>
        {children}
      </Button>
    </>
  )
}
