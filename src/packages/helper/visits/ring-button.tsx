import { createContext, useContext } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'

/** Shows whom one can ring about a visit; the page does it, since a sheet lies over the whole of it. */
export const Ringing = createContext<(visit: QueuedVisit) => void>(() => undefined)

/** Whoever has to ring can. */
export function RingButton({ visit }: { visit: QueuedVisit }) {
  const show = useContext(Ringing)
  return (
    <Button kind="second" icon="phone" onTap={() => show(visit)} label={`打电话，${visit.elderName}`}>
      打电话
    </Button>
  )
}
