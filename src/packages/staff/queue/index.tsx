import { AtStation } from '../at-station'
import { StationQueue } from './station-queue'

export default function Queue() {
  return (
    <AtStation title="今天的订单">
      {({ stationId, orgName, name }, me) => (
        <StationQueue
          stationId={stationId}
          stationName={orgName ?? '我的驿站'}
          name={name ?? me.name ?? ''}
        />
      )}
    </AtStation>
  )
}
