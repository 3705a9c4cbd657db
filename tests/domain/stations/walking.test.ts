import { straightMetres, walkBetween } from '../../../cloudfunctions/_domain/stations/walking'

const here = { lng: 120.6, lat: 31.3 }
const walking = { metresPerMinute: 55, detourFactor: 1.35 }

describe('walkBetween', () => {
  it('takes no time to where one is', () => {
    expect(walkBetween(here, here, walking)).toEqual({ metres: 0, walkMinutes: 0 })
  })

  it('lengthens the straight line by the detour and rounds minutes up', () => {
    const there = { lng: 120.6, lat: 31.3045 }
    expect(straightMetres(here, there)).toBeCloseTo(500.9, 0)
    expect(walkBetween(here, there, walking)).toEqual({ metres: 676, walkMinutes: 13 })
  })
})
