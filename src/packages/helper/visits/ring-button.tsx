import { useState } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { RingSheet } from './ring-sheet'

/** For whoever has to ring about a visit. */
export function RingButton({ visit }: { visit: QueuedVisit }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="second" icon="phone" onTap={() => setOpen(true)} label={`打电话，${visit.elderName}`}>
        打电话
      </Button>
      {isOpen && <RingSheet visit={visit} onClose={() => setOpen(false)} />}
    </>
  )
}
