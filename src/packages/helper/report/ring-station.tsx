import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ring } from '@/platform/ring'
import { call } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'
import { useCloud } from '@/services/use-loaded'

/** Whoever answers for the door that somebody has just been at: they are told to ring, so they can. Nothing where nobody is known. */
export function RingStation({ visitId }: { visitId: string }) {
  const callables = useCloud('visits.callable', { visitId })
  const [isDialling, setDialling] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const station = callables.state === 'ready' && callables.data.find(({ whom }) => whom === 'station')
  if (!station) return null
  const dial = async () => {
    setDialling(true)
    setTrouble(null)
    try {
      ring((await call('visits.ring', { visitId, whom: station.whom })).phone)
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
    setDialling(false)
  }
  return (
    <>
      {trouble && <Notice>{trouble}</Notice>}
      <Button kind="second" icon="phone" pending={isDialling} onTap={() => void dial()}>
        {`打给${station.name}`}
      </Button>
    </>
  )
}
