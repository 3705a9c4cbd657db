import type { ReactNode } from 'react'
import type { Loaded } from '@/services/use-loaded'
import { Button } from '../button'
import { Empty } from '../empty'
import { Notice } from '../notice'
import { LoadingShape, staleWords } from '../page-frame'

interface Props<T> {
  load: Loaded<T>
  children(data: T): ReactNode
}

/** A part of a page that is loaded by itself, beneath what chooses it: its shape, why it failed, or the thing. */
export function LoadedPart<T>({ load, children }: Props<T>) {
  if (load.state === 'loading') return <LoadingShape />
  if (load.state === 'failed') {
    return (
      <Empty icon="wifi-off" title="没有打开" hint={load.sentence}>
        <Button icon="refresh-cw" onTap={() => void load.reload()}>
          再试一次
        </Button>
      </Empty>
    )
  }
  return (
    <>
      {load.trouble && <Notice icon="wifi-off">{staleWords}</Notice>}
      {children(load.data)}
    </>
  )
}
