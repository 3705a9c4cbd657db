import {
  claimMoved,
  claimNumber,
  othersOf,
  withoutClaim,
  withoutNumber,
  withProvenNumber,
} from '../../../cloudfunctions/_domain/people/elders/claims'
import { aKnownElder, anElder, NOW } from '../builders'

const first = anElder({ id: 'e-first' })
const second = anElder({ id: 'e-second', stationId: 'st-two' })
const third = anElder({ id: 'e-third' })
const digest = 'digest-of-id'
const hers = { id: digest, district: first.district, elderId: first.id }
const both = claimNumber(digest, { known: hers, holder: first }, second, NOW).identity

describe('claimNumber', () => {
  it('gives it to the first one, and leaves it open for whoever comes after', () => {
    expect(claimNumber(digest, { known: null, holder: null }, first, NOW)).toEqual({
      ...{ identity: hers, isPending: false },
    })
    expect(both).toEqual({
      ...hers,
      claims: [
        { elderId: 'e-first', stationId: 'st-one' },
        { elderId: 'e-second', stationId: 'st-two' },
      ],
      since: NOW.toISOString(),
    })
    const later = new Date(NOW.getTime() + 60_000)
    const three = claimNumber(digest, { known: both, holder: first }, third, later)
    expect(three).toMatchObject({ isPending: true, identity: { since: NOW.toISOString() } })
    expect(three.identity.claims).toHaveLength(3)
  })

  it('gives it to the next one where whose it was is gone, and not while others claim it', () => {
    expect(claimNumber(digest, { known: hers, holder: null }, second, NOW).isPending).toBe(false)
    const left = withoutClaim(both, first)
    expect(claimNumber(digest, { known: left, holder: null }, third, NOW).isPending).toBe(true)
  })
})

describe('withoutClaim', () => {
  it('is as if nobody else had claimed it, once nobody does', () => {
    expect(withoutClaim(both, second)).toEqual(hers)
  })

  it('is nobody’s where whose it was is gone, and nothing where all are', () => {
    const left = withoutClaim(both, first)
    expect(left).toMatchObject({ elderId: null, claims: [{ elderId: 'e-second' }] })
    expect(left && withoutClaim(left, second)).toBeNull()
    expect(withoutClaim(hers, first)).toBeNull()
    expect(withoutClaim(hers, second)).toEqual(hers)
  })
})

it('follows whoever claims it to her station, and nobody else', () => {
  expect(claimMoved(both, { ...first, stationId: 'st-far' }).claims?.[0]?.stationId).toBe('st-far')
  expect(claimMoved(both, third)).toBe(both)
})

it('names each of the others once', () => {
  expect(othersOf(both, 'e-second')).toEqual(['e-first'])
  expect(othersOf(both, 'e-third')).toEqual(['e-first', 'e-second'])
  expect(othersOf(hers, 'e-first')).toEqual([])
})

it('leaves whoever lost it without a number and unproven, and proves whoever has the card', () => {
  const lost = withoutNumber(aKnownElder())
  expect(lost).toMatchObject({ idNumber: null, isIdPending: true, verifiedBy: null })
  expect(withProvenNumber(lost, '张静')).not.toHaveProperty('isIdPending')
  expect(withProvenNumber(lost, '张静').verifiedBy).toBe('张静')
})
