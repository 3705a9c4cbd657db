import type { StationKind } from '#types/stations'

export const stationKindWord: Record<StationKind, string> = {
  careCenter: '养老服务中心',
  station: '养老驿站',
  neighbourhoodPoint: '睦邻点',
}
