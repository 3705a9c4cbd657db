import { movedElder } from '../../../cloudfunctions/_domain/people/elders/moving'
import { hasUnknownPlace } from '../../../cloudfunctions/_domain/people/elders/place'
import { withoutConsent } from '../../../cloudfunctions/_domain/people/privacy/consents'
import { anElder, aStation, TODAY } from '../builders'

const elder = anElder({ isPlaceUnknown: false })
const withoutYes = { ...elder.consents, location: null }

describe('hasUnknownPlace', () => {
  it.each([
    ['what was written down', { isPlaceUnknown: true }, true],
    ['also that it is her own', { isPlaceUnknown: false, consents: withoutYes }, false],
    [
      'without her yes to its use, a record from before',
      { isPlaceUnknown: undefined, consents: withoutYes },
      true,
    ],
    ['with it, a record from before as it always was', { isPlaceUnknown: undefined }, false],
  ])('goes by %s', (_what, own, isUnknown) => {
    expect(hasUnknownPlace({ ...elder, ...own })).toBe(isUnknown)
  })
})

describe('a place that is hers no more', () => {
  const station = aStation({ place: { lng: 120.7, lat: 31.4 } })
  const home = { from: TODAY, building: '枫桥路 7 号', room: null }

  it('is the station’s where she moves and nobody marks the new home', () => {
    const moved = movedElder(elder, station, { ...home, place: null })
    expect(moved).toMatchObject({ place: station.place, isPlaceUnknown: true })
    const place = { lng: 120.71, lat: 31.41 }
    expect(movedElder(moved, station, { ...home, place })).toMatchObject({ place, isPlaceUnknown: false })
  })

  it('is the station’s where she withdraws her yes to its use, and of no other', () => {
    expect(withoutConsent(elder, 'location', station)).toMatchObject({
      place: station.place,
      isPlaceUnknown: true,
    })
    expect(withoutConsent(elder, 'health', station)).toMatchObject({
      place: elder.place,
      isPlaceUnknown: false,
    })
  })
})
