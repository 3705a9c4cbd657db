import type { AccessFeature } from '#types/stations'

/** What makes a station easy to enter. */
export const accessWord: Record<AccessFeature, string> = {
  ramp: '有坡道',
  lift: '有电梯',
  toilet: '有无障碍厕所',
  parking: '能停车',
  hearingLoop: '助听设备',
}
