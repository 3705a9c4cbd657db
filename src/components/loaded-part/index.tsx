import type { ReactNode } from 'react'
import type { Loaded } from '@/services/use-loaded'
import { Failed } from '../failed'
import { Notice } from '../notice'
import { LoadingShape, staleWords } from '../page-frame'

interface Props<T> {
  load: Loaded<T>
  children(data: T): ReactNode
}

/** A part of a page that is loaded by itself, beneath what chooses it: its shape, why it failed, or the thing. */
export function LoadedPart<T>({ load, children }: Props<T>) {
  if (load.state === 'loading') return <LoadingShape />
  if (load.state === 'failed') return <Failed load={load} />
  return (
    <>
      {load.trouble && <Notice icon="wifi-off">{staleWords}</Notice>}
      {children(load.data)}
    </>
  )
}
