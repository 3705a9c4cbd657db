import { useState } from 'react'
import { AtStation } from '../at-station'
import { Counter } from './counter'

export default function Register() {
  return (
    <AtStation title="登记老人">
      {({ stationId }) => <OneByOne key={stationId} stationId={stationId} />}
    </AtStation>
  )
}

/** Whoever is next begins with a blank form. */
function OneByOne({ stationId }: { stationId: string }) {
  const [nth, setNth] = useState(0)
  return <Counter key={nth} stationId={stationId} onNext={() => setNth(nth + 1)} />
}
