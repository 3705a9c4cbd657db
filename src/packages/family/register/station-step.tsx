import { useState } from 'react'
import type { Place } from '#types/values'
import { AllowPlace } from '@/components/allow-place'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Soft, Title } from '@/components/text'
import { canLocate, whereAmIIfAllowed } from '@/platform/place'
import { useHere } from '@/services/use-here'
import { whereIAm } from '@/services/where'
import { ByPlace } from './by-place'
import { NearHere } from './near-here'
import type { StepProps } from './parts'

/** Which station looks after her. Only for oneself may it be found by where the phone is. */
export function StationStep(props: StepProps) {
  if (props.whom === 'me') return <OwnStation {...props} />
  return (
    <>
      <Title>老人归哪家驿站？</Title>
      <Soft>按老人住的地方选，您人在哪里都行。</Soft>
      <ByPlace {...props} />
    </>
  )
}

function OwnStation(props: StepProps) {
  const [asked, setAsked] = useState<Place | null>(null)
  const [isLost, setLost] = useState(false)
  const [isByPlace, setByPlace] = useState(false)
  const here = useHere('here if allowed', whereAmIIfAllowed)
  const place = asked ?? (here.state === 'ready' ? here.data : null)

  const look = async () => {
    const found = place ?? (await whereIAm('tap'))
    setAsked(found)
    setLost(found === null)
    setByPlace(false)
  }
  return (
    <>
      <Title>您归哪家驿站？</Title>
      <Soft>选离您家近的，有事就找这一家。</Soft>
      {place && !isByPlace ? (
        <>
          <NearHere {...props} place={place} />
          <Button kind="second" onTap={() => setByPlace(true)}>
            按区和街道找
          </Button>
        </>
      ) : (
        here.state !== 'loading' && (
          <>
            <ByPlace {...props} />
            {isLost && <Notice kind="info">不知道您在哪里。在微信里允许使用位置，就能再点一次。</Notice>}
            {isLost && <AllowPlace onAllowed={() => void look()} />}
            {canLocate && <LookAround onLook={() => void look()} />}
          </>
        )
      )}
    </>
  )
}

function LookAround({ onLook }: { onLook(): void }) {
  return (
    <>
      <Button kind="second" icon="map-pin" onTap={onLook}>
        找附近的驿站
      </Button>
      <Soft>找附近的，要用一下您现在的位置，只用来找驿站。</Soft>
    </>
  )
}
