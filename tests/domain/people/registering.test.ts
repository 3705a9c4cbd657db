import {
  papersSeenBy,
  requireNobodyLike,
  requireNoOtherSelf,
  requireStillKin,
  toldOfKnown,
} from '../../../cloudfunctions/_domain/people/elders/registering'
import { ownAccount } from '../../../cloudfunctions/_domain/people/elders/summary'
import { relationStates } from '../../../types/states'
import { aKnownElder, anAccount, anElder, anElderAccount, aRelation, aRelative, aStation } from '../builders'

const elder = anElder()
const typed = { birthDate: elder.birthDate, sex: elder.sex, idNumber: null }
const proven = { ...typed, idNumber: '110101194403050020' }

describe('toldOfKnown', () => {
  const station = aStation({ phone: '0512-1234' })

  it('tells a clerk who it is, where to ask, and whether her papers were seen', () => {
    const told = { elderId: 'e-wang', name: '王*英', stationName: '一号驿站', stationPhone: '0512-1234' }
    expect(toldOfKnown(elder, station)).toEqual({ ...told, isProven: true })
    for (const own of [{ verifiedBy: null }, { isIdPending: true }])
      expect(toldOfKnown(anElder(own), station)).toEqual({ ...told, isProven: false })
  })

  it('names no telephone where the station has none', () => {
    expect(toldOfKnown(elder, null)).not.toHaveProperty('stationPhone')
  })
})

describe('requireNobodyLike', () => {
  const alike =
    (known: typeof typed | typeof proven, own: Parameters<typeof anElder>[0], others: string[] = []) =>
    () =>
      requireNobodyLike(known, [anElder(own)], others)

  it('refuses with whom it may be', () => {
    expect(alike(typed, {})).toThrow(
      expect.objectContaining({ code: 'MAYBE_REGISTERED', detail: { elderIds: ['e-wang'] } }),
    )
  })

  it('takes two id numbers for two persons, and one for none', () => {
    const { idNumber } = aKnownElder()
    expect(alike(proven, { idNumber })).not.toThrow()
    expect(alike(typed, { idNumber })).toThrow('MAYBE_REGISTERED')
    expect(alike(proven, {})).toThrow('MAYBE_REGISTERED')
  })

  it('passes over whoever was looked at or deleted', () => {
    expect(alike(typed, {}, ['e-wang'])).not.toThrow()
    expect(alike(typed, { state: 'erased' })).not.toThrow()
  })
})

describe('papersSeenBy', () => {
  it.each([
    ['with a number at the counter', proven, 'counter', '张静'],
    ['with a number on the telephone', proven, 'phone', null],
    ['without one at the counter', typed, 'counter', null],
  ] as const)('%s', (_case, known, channel, seen) => {
    expect(papersSeenBy(known, channel, '张静')).toBe(seen)
  })
})

describe('requireNoOtherSelf', () => {
  const hers = anElderAccount('o-wang', elder)

  it('lets nobody be two elders', () => {
    expect(() => requireNoOtherSelf(hers)).toThrow('OWN_ELDER')
    expect(() => requireNoOtherSelf(hers, ['e-liu'])).toThrow('OWN_ELDER')
  })

  it('lets her be who she is, and anybody be somebody', () => {
    for (const account of [hers, anAccount(), null])
      expect(() => requireNoOtherSelf(account, ['e-wang'])).not.toThrow()
  })
})

describe('requireStillKin', () => {
  it.each(relationStates)('of one who is %s', (state) => {
    const again = () => requireStillKin(aRelation(elder, 'o-daughter', { state }))
    if (state === 'asked' || state === 'granted') expect(again).not.toThrow()
    else expect(again).toThrow('FORBIDDEN')
  })

  it('of somebody else altogether', () => {
    expect(() => requireStillKin(null)).toThrow('FORBIDDEN')
  })
})

describe('ownAccount', () => {
  it('bears her name and knows her', () => {
    const own = ownAccount(anAccount({ id: 'o-wang', name: '' }), elder)
    expect(own).toMatchObject({ id: 'o-wang', name: '王秀英', self: { elderId: 'e-wang' } })
  })

  it('leaves whoever others let in the name under which they did', () => {
    const kin = { ...aRelative('o-kin', anElder({ id: 'e-liu' })), name: '李敏' }
    expect(ownAccount(kin, elder)).toMatchObject({ name: '李敏', self: { name: '王秀英' } })
  })
})
