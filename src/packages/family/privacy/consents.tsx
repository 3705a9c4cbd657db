import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { ConsentState } from '#types/people/elders'
import { LoadedPart } from '@/components/loaded-part'
import { useCloud } from '@/services/use-loaded'
import { ConsentCard } from './consent-card'
import { Withdraw } from './withdraw'

interface Props {
  elder: ActFor
  /** Without the first consent nothing can be done for her: then everything is deleted. */
  onErase(): void
}

/** Every use of her data with its own text, its state and its own yes or no. */
export function Consents({ elder, onErase }: Props) {
  const consents = useCloud('people.consentsOf', { elderId: elder.id })
  const [withdrawing, withdraw] = useState<ConsentState | null>(null)
  const put = (all: ConsentState[]) => {
    if (consents.state === 'ready') consents.put(all)
  }
  return (
    <LoadedPart load={consents}>
      {(all) => (
        <>
          {all.map((consent) => (
            <ConsentCard
              key={consent.purpose}
              elderId={elder.id}
              consent={consent}
              onChanged={put}
              onOutdated={() => void consents.reload()}
              onWithdraw={() => withdraw(consent)}
            />
          ))}
          {withdrawing && (
            <Withdraw
              elderId={elder.id}
              consent={withdrawing}
              onClose={() => withdraw(null)}
              onWithdrawn={(now) => {
                withdraw(null)
                put(now)
              }}
              onErase={() => {
                withdraw(null)
                onErase()
              }}
            />
          )}
        </>
      )}
    </LoadedPart>
  )
}
