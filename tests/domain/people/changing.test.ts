import { requireSayable, touchesHome } from '../../../cloudfunctions/_domain/people/elders/changing'
import type { Scope } from '../../../types/contract'
import type { Sayable } from '../../../types/people/elders'
import { anElder, aRelative } from '../builders'

describe('requireSayable', () => {
  const kin = (scopes: Scope[], relation: 'daughter' | 'guardian' = 'daughter') => ({
    relation: aRelative('o-kin', anElder(), scopes, relation).relations[0] ?? null,
  })
  const daughter = kin(['order'])
  const nurse = kin(['order', 'health'])
  const guardian = kin(['view'], 'guardian')
  const staff = { relation: null }

  it('of a relative only once she has agreed to the service; her guardian and the station may before', () => {
    const pending = anElder({ state: 'pending' })
    expect(() => requireSayable(pending, { room: null }, daughter)).toThrow('CONSENT_MISSING')
    for (const grant of [guardian, staff])
      expect(() => requireSayable(pending, { room: null }, grant)).not.toThrow()
  })

  it.each([{ diet: [] }, { allergies: [] }])('lets a relative change %j with the scope health', (changes) => {
    expect(() => requireSayable(anElder(), changes, daughter)).toThrow('FORBIDDEN')
    for (const grant of [nurse, guardian, staff])
      expect(() => requireSayable(anElder(), changes, grant)).not.toThrow()
  })

  it.each<['health' | 'location', Partial<Sayable>, Partial<Sayable>]>([
    ['health', { allergies: ['花生'] }, { allergies: [] }],
    ['health', { diet: ['soft'] }, { diet: [] }],
    ['location', { place: { lng: 1, lat: 2 } }, { place: null }],
  ])('needs her consent to the use of her %s for %j, and none for %j', (purpose, said, takenAway) => {
    const { consents } = anElder()
    const refusing = anElder({ consents: { ...consents, [purpose]: null } })
    expect(() => requireSayable(refusing, said, staff)).toThrow(
      expect.objectContaining({ code: 'CONSENT_MISSING', detail: { purposes: [purpose] } }),
    )
    expect(() => requireSayable(refusing, takenAway, staff)).not.toThrow()
  })
})

describe('touchesHome', () => {
  it.each([
    [{ room: null }, true],
    [{ building: '长江路 19 弄' }, true],
    [{ place: null }, true],
    [{ living: 'alone' as const }, false],
    [{}, false],
  ])('of %j is %s', (changes, touches) => {
    expect(touchesHome(changes)).toBe(touches)
  })
})
