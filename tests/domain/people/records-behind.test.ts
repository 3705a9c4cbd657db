import {
  hasWithdrawn,
  settledBefore,
  withHomeBehind,
  withRecordsBehind,
} from '../../../cloudfunctions/_domain/people/elders/records-behind'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { anElder, NOW } from '../builders'

describe('settledBefore', () => {
  it.each([
    ['2026-11-21T00:00:00.000Z', true],
    ['2026-11-20T23:00:00.000Z', true],
    ['2026-11-20T22:59:59.999Z', false],
  ])('a call that began at %s, an hour or less ago, may be under way: %s', (since, isUnderWay) => {
    expect(since >= settledBefore(NOW)).toBe(isUnderWay)
  })
})

describe('withRecordsBehind', () => {
  it('remembers which use was withdrawn, whatever changes after it', () => {
    const withdrawn = withRecordsBehind(anElder(), NOW, ['location'])
    expect(withdrawn).toEqual({
      ...anElder(),
      recordsBehindSince: NOW.toISOString(),
      usesWithdrawn: ['location'],
    })
    expect(withRecordsBehind(withdrawn, NOW).usesWithdrawn).toEqual(['location'])
    expect(withRecordsBehind(withdrawn, NOW, ['category', 'location']).usesWithdrawn).toEqual([
      'location',
      'category',
    ])
  })

  it('remembers none where none was', () => {
    expect(withRecordsBehind(anElder(), NOW).usesWithdrawn).toEqual([])
  })
})

describe('hasWithdrawn', () => {
  const refusing = { ...anElder().consents, category: null }

  it.each<[string, Partial<ElderRecord>, boolean]>([
    ['has withdrawn it', { consents: refusing, usesWithdrawn: ['category'] }, true],
    ['has agreed to it again', { usesWithdrawn: ['category'] }, false],
    ['never agreed to it', { consents: refusing, usesWithdrawn: ['location'] }, false],
    ['was changed in nothing', { consents: refusing }, false],
  ])('of a use, of an elder who %s', (_who, own, expected) => {
    expect(hasWithdrawn(anElder(own), 'category')).toBe(expected)
  })
})

describe('withHomeBehind', () => {
  const elder = anElder()

  it.each<[string, Partial<ElderRecord>]>([
    ['building', { building: '长江路 19 弄' }],
    ['room', { room: null }],
    ['place', { place: { ...elder.place, lat: 31.4 } }],
    ['place, the same one, is not hers', { isPlaceUnknown: true }],
  ])('marks an elder whose %s is another', (_field, own) => {
    expect(withHomeBehind(elder, { ...elder, ...own }, NOW).recordsBehindSince).toBe(NOW.toISOString())
  })

  it.each<[string, Partial<ElderRecord>]>([
    ['how she lives', { living: 'couple' }],
    ['the same place, said again', { place: { ...elder.place } }],
  ])('leaves her as she is for %s', (_what, own) => {
    const after = { ...elder, ...own }
    expect(withHomeBehind(elder, after, NOW)).toBe(after)
  })
})
