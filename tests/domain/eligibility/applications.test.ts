import {
  type Applying,
  decide,
  decidedElder,
  moveApplication,
  shownApplication,
  submit,
  type Verdict,
  workdaysAfter,
} from '../../../cloudfunctions/_domain/eligibility/applications'
import type {
  ApplicationRecord,
  DeterminationRecord,
} from '../../../cloudfunctions/_domain/eligibility/records'
import calendar from '../../../cloudfunctions/_policies/calendar.json'
import { applicationStates } from '../../../types/states'
import { anApplication, anElder, aPhoto, clerk, daughter, NOW } from '../builders'

const elder = anElder()
const photo = (name: string) => ({ ...aPhoto('e-wang', name), label: '户口簿' })
const wish = (own: Partial<Applying> = {}): Applying => ({
  category: 'basicCareRecipient',
  label: null,
  papers: ['身份证', '认定书'],
  documents: [photo('photo-002')],
  note: null,
  by: daughter,
  applicant: 'person-of-daughter',
  notify: 'o-daughter',
  now: NOW,
  dueWorkdays: 10,
  calendar,
  key: null,
  body: 'second',
  ...own,
})

describe('workdaysAfter', () => {
  it.each([
    ['a Friday', '2026-11-20', 1, '2026-11-23'],
    ['a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['a Friday before a Saturday that is worked', '2026-10-09', 1, '2026-10-10'],
    ['the eve of the National Day holiday', '2026-09-30', 1, '2026-10-08'],
    ['the eve of the Spring Festival', '2026-02-14', 1, '2026-02-24'],
    ['a day on which nothing is to be done', '2026-11-20', 0, '2026-11-20'],
    ['a Monday, over two weeks', '2026-11-23', 10, '2026-12-07'],
  ])('after %s', (_, date, days, expected) => {
    expect(workdaysAfter(date, days, calendar)).toBe(expected)
  })
})

describe('submit', () => {
  it('begins with the papers of today', () => {
    const application = submit(elder, null, wish())
    expect(application).toMatchObject({
      id: 'e-wang_basicCareRecipient',
      state: 'submitted',
      dueOn: '2026-12-04',
      hasPhotos: true,
      decidedAt: null,
      documents: [{ label: '户口簿', by: '李敏', at: NOW.toISOString() }],
    })
  })

  it.each(applicationStates)('after one that is %s', (state) => {
    const again = () => submit(elder, anApplication({ state }), wish())
    if (state === 'submitted' || state === 'inReview')
      expect(again).toThrow(expect.objectContaining({ code: 'ALREADY_APPLIED' }))
    else expect(again()).toMatchObject({ state: 'submitted', reviewer: null, reason: null, missing: [] })
  })

  it('keeps the papers of what was sent back, and begins anew after a decision', () => {
    const labels = (state: ApplicationRecord['state']) =>
      submit(elder, anApplication({ state }), wish()).documents.map(({ label }) => label)
    expect(labels('returned')).toEqual(['身份证', '户口簿'])
    expect(labels('refused')).toEqual(['户口簿'])
    expect(labels('withdrawn')).toEqual(['户口簿'])
  })

  it('keeps the words of what was sent back, unless there are new ones', () => {
    const returned = anApplication({ state: 'returned', note: '请打我电话' })
    const mine = { ...returned, applicants: ['p-daughter'] }
    expect(submit(elder, mine, wish({ note: null, applicant: 'p-daughter' })).note).toBe('请打我电话')
    expect(submit(elder, mine, wish({ note: null, applicant: 'p-other' })).note).toBeNull() // another relative
    expect(submit(elder, mine, wish({ note: null, applicant: 'p-clerk', by: clerk })).note).toBe('请打我电话')
    expect(submit(elder, returned, wish({ note: '补好了' })).note).toBe('补好了')
    expect(
      submit(elder, anApplication({ state: 'refused', note: '旧的' }), wish({ note: null })).note,
    ).toBeNull()
  })

  it('lacks the papers that were asked for and that no photo shows, those of a reviewer too', () => {
    const shown = (application: ApplicationRecord) => shownApplication(application, NOW, '').lacking
    const lacking = (earlier: ApplicationRecord | null, own: Partial<Applying> = {}) =>
      shown(submit(elder, earlier, wish(own)))
    const shows = (label: string) => ({ documents: [{ ...photo('photo-003'), label }] })
    expect(lacking(null, shows('身份证'))).toEqual(['认定书'])
    expect(lacking(null, shows('别的'))).toEqual(['身份证', '认定书'])
    const missing = ['认定书', '户口簿']
    const returned = anApplication({ state: 'returned', missing, applicants: [wish().applicant] })
    expect(lacking(returned, shows('认定书'))).toEqual(['户口簿'])
    expect(lacking(returned, { papers: [], ...shows('户口簿') })).toEqual(['认定书'])
    expect(lacking(returned, { applicant: 'p-other', ...shows('身份证') })).toEqual(['认定书']) // has not read it
    expect(lacking(null, { papers: [] })).toEqual([])
    expect(shown(anApplication())).toEqual([]) // nobody kept what was asked for
  })

  it('keeps one of a paper that was sent twice', () => {
    const returned = anApplication({ state: 'returned' })
    const again = submit(elder, returned, wish({ documents: [{ ...aPhoto(), label: '身份证' }] }))
    expect(again.documents).toHaveLength(1)
  })

  it('can be sent again without a new paper where the old ones are kept, not otherwise', () => {
    const returned = anApplication({ state: 'returned', applicants: ['p-daughter'] })
    const again = { documents: [], applicant: 'p-daughter' }
    expect(submit(elder, returned, wish(again)).documents).toHaveLength(1)
    expect(
      submit(elder, returned, wish({ ...again, applicant: 'p-clerk', by: clerk })).documents,
    ).toHaveLength(1)
    const refused = anApplication({ state: 'refused' })
    const bySomebodyElse = { ...again, applicant: 'p-other' } // a relative who had no hand in it
    for (const [earlier, own] of [
      [null, again],
      [refused, again],
      [returned, bySomebodyElse],
    ] as const)
      expect(() => submit(elder, earlier, wish(own))).toThrow(
        expect.objectContaining({ code: 'DOCUMENT_MISSING' }),
      )
  })
})

describe('moveApplication', () => {
  it.each(['approve', 'refuse', 'return', 'withdraw'] as const)('%s writes down when', (act) => {
    const { decidedAt } = moveApplication(anApplication({ state: 'inReview' }), act, { by: clerk, now: NOW })
    expect(decidedAt).toBe(NOW.toISOString())
  })

  it('take does not', () => {
    expect(moveApplication(anApplication(), 'take', { by: clerk, now: NOW }).decidedAt).toBeNull()
  })
})

const verdict = (own: Partial<Verdict> = {}): Verdict => ({
  verdict: 'approve',
  from: '2026-11-22',
  to: null,
  missing: [],
  reason: null,
  ...own,
})
const deciding = (own: Partial<Verdict>) =>
  decide(anApplication({ state: 'inReview' }), verdict(own), { by: clerk, now: NOW })

describe('decide', () => {
  it.each<[string, Partial<Verdict>, string]>([
    ['a refusal without a reason', { verdict: 'refuse' }, 'REASON_MISSING'],
    ['a return without a word', { verdict: 'return' }, 'REASON_MISSING'],
    ['an end before the beginning', { to: '2026-11-21' }, 'DATE_PAST'],
  ])('refuses %s', (_, own, code) => {
    expect(() => deciding(own)).toThrow(expect.objectContaining({ code }))
  })

  it('takes an approval for one day', () => {
    expect(deciding({ to: '2026-11-22' }).application).toMatchObject({ from: '2026-11-22', to: '2026-11-22' })
  })

  it.each<[Partial<Verdict>, object]>([
    [{}, { verdict: 'approve', from: '2026-11-22', to: null }],
    [
      { verdict: 'refuse', reason: '不符合' },
      { verdict: 'refuse', from: null, to: null, reason: '不符合' },
    ],
    [
      { verdict: 'return', missing: ['户口簿'] },
      { verdict: 'return', from: null, missing: ['户口簿'] },
    ],
  ])('is a dated fact of its own: %j', (own, expected) => {
    const { application, determination } = deciding(own)
    expect(determination).toMatchObject({
      ...expected,
      evidence: ['身份证'],
      by: '张静',
      at: NOW.toISOString(),
    })
    expect(application.decisions).toBe(1)
  })
})

describe('decidedElder', () => {
  const said = (own: Partial<DeterminationRecord>): DeterminationRecord => ({
    ...deciding({}).determination,
    ...own,
  })
  const held = (from: string, to: string | null, category = 'basicCareRecipient' as const) => ({
    category,
    from,
    to,
    evidence: '旧证',
    verifiedBy: '吴核对',
  })
  const spans = (own: Parameters<typeof anElder>[0], determination: Partial<DeterminationRecord>) =>
    decidedElder(anElder(own), said(determination)).categories.map(({ from, to }) => [from, to])

  it('leaves her as she is when the application is sent back', () => {
    expect(decidedElder(elder, said({ verdict: 'return' }))).toBe(elder)
  })

  it.each<[string, [string, string | null], [string, string | null][]]>([
    [
      'open',
      ['2026-01-01', null],
      [
        ['2026-01-01', '2026-11-21'],
        ['2026-11-22', null],
      ],
    ],
    [
      'ended long ago',
      ['2020-01-01', '2021-12-31'],
      [
        ['2020-01-01', '2021-12-31'],
        ['2026-11-22', null],
      ],
    ],
    [
      'ending later',
      ['2026-01-01', '2026-12-31'],
      [
        ['2026-01-01', '2026-11-21'],
        ['2026-11-22', null],
      ],
    ],
    ['from the same day', ['2026-11-22', null], [['2026-11-22', null]]],
  ])('ends what she holds the day before: %s', (_, [from, to], expected) => {
    expect(spans({ categories: [held(from, to)] }, {})).toEqual(expected)
  })

  it('never holds one category twice on a day', () => {
    const categories = [held('2025-01-01', '2025-12-31'), held('2026-06-01', null)]
    for (const from of ['2024-06-01', '2025-06-01', '2026-03-01', '2026-06-01', '2027-01-01']) {
      const after = spans({ categories }, { from }) as [string, string | null][]
      const sorted = [...after].sort(([a], [b]) => (a < b ? -1 : 1))
      sorted.slice(1).forEach(([begin], nth) => {
        const end = sorted[nth]?.[1] ?? '9999-12-31'
        expect(end < begin).toBe(true)
      })
    }
  })

  it('leaves other categories alone, and forgets that this one was not held', () => {
    const poor = { ...held('2020-01-01', null), category: 'extremePoverty' as const }
    const after = decidedElder(anElder({ categories: [poor], notHeld: [held('2026-01-01', null)] }), said({}))
    expect(after.categories).toContainEqual(poor)
    expect(after.notHeld).toEqual([])
  })

  it('knows from a refusal on that she does not hold it', () => {
    const after = decidedElder(elder, said({ verdict: 'refuse', from: null, reason: '不符合' }))
    expect(after.notHeld).toEqual([
      {
        category: 'basicCareRecipient',
        from: '2026-11-21',
        to: null,
        evidence: '身份证',
        verifiedBy: '张静',
      },
    ])
    expect(after.categories).toEqual([])
  })
})
