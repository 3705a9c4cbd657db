import { AtStation } from '../at-station'
import { StationQueue } from './station-queue'

export default function Queue() {
  return (
    <AtStation title="今天的订单">
      {({ stationId, orgName }) => <StationQueue stationId={stationId} stationName={orgName ?? '我的驿站'} />}
    </AtStation>
  )
}
