import { withAbsences, withDeath } from '../../../cloudfunctions/_domain/people/elders/absences'
import { anElder, NOW } from '../builders'

const stay = { kind: 'hospital' as const, from: '2026-11-01', to: null }
const said = { by: '李敏', now: NOW }

describe('withAbsences', () => {
  it('keeps who said it first, and marks that meals have to be looked at again', () => {
    const elder = anElder({ absences: [{ ...stay, by: '张静' }] })
    const after = withAbsences(
      elder,
      [
        { ...stay, to: '2026-11-09' },
        { ...stay, kind: 'away' },
      ],
      said,
    )
    expect(after.absences.map(({ kind, to, by }) => [kind, to, by])).toEqual([
      ['hospital', '2026-11-09', '张静'],
      ['away', null, '李敏'],
    ])
    expect(after.recordsBehindSince).toBe(NOW.toISOString())
  })

  it('is the same record when nothing changes', () => {
    const elder = anElder({ absences: [{ ...stay, by: '张静' }] })
    expect(withAbsences(elder, [stay], said)).toBe(elder)
  })
})

describe('withDeath', () => {
  it('marks that meals have to be looked at again, once', () => {
    const after = withDeath(anElder(), '2026-11-01', NOW)
    expect(after).toMatchObject({ diedOn: '2026-11-01', recordsBehindSince: NOW.toISOString() })
    expect(withDeath(after, '2026-11-01', new Date('2026-12-01T00:00:00Z'))).toBe(after)
  })
})
