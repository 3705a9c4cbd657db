import fc from 'fast-check'
import {
  consentRecord,
  consentStates,
  firstConsents,
  firstTrail,
  givenBy,
  givenConsents,
  noConsents,
  requireActive,
  requireConsents,
  textFor,
  withConsent,
  withoutConsent,
} from '../../../cloudfunctions/_domain/people/privacy/consents'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import inForce from '../../../cloudfunctions/_policies/consents.json'
import { purposes } from '../../../types/people/elders'
import { aKnownElder, anElder, aStation, aYes, clerk, NOW } from '../builders'

const station = aStation({ place: { lng: 121, lat: 32 } })
const onPaper = {
  by: '王秀英',
  capacity: 'elder' as const,
  how: 'paper' as const,
  form: '第 12 号',
  witness: '陈刚',
}
const given = givenBy(onPaper, 'second', NOW)
const text = (purpose: string) => ({ purpose, version: `${purpose}-2`, title: purpose, text: '……' })
const texts = { texts: [...purposes, 'circle'].map(text) }

/** Fields in which two records of an elder differ. */
const changed = (before: ElderRecord, after: ElderRecord) =>
  (Object.keys(before) as (keyof ElderRecord)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .sort()

describe('textFor', () => {
  it.each([...purposes, 'circle'] as const)('finds the one text in force for %s', (purpose) => {
    expect(textFor(purpose, inForce)).toMatchObject({ purpose, text: expect.stringMatching(/您/) })
    expect(inForce.texts.filter((one) => one.purpose === purpose)).toHaveLength(1)
  })

  it('is a bug where there is no text', () => {
    expect(() => textFor('health', { texts: [] })).toThrow('there is no text for health')
  })
})

describe('consentStates', () => {
  it('lists every purpose with its text and what was said to it', () => {
    const states = consentStates({ ...noConsents, health: aYes }, texts)
    expect(states.map(({ purpose, version, given: said }) => [purpose, version, said])).toEqual([
      ['service', 'service-2', null],
      ['health', 'health-2', aYes],
      ['category', 'category-2', null],
      ['location', 'location-2', null],
    ])
  })
})

describe('givenConsents', () => {
  const decision = { texts, now: NOW }

  it('keeps who said yes to which text, when and how; to the rest nobody did', () => {
    const agreed = [{ purpose: 'health' as const, version: 'health-2' }]
    expect(givenConsents(agreed, onPaper, decision)).toEqual({
      ...noConsents,
      health: {
        version: 'health-2',
        at: NOW.toISOString(),
        by: '王秀英',
        capacity: 'elder',
        how: 'paper',
        witness: '陈刚',
      },
    })
  })

  it('takes no yes to a text that is not in force, and names it', () => {
    const agreed = [
      { purpose: 'service' as const, version: 'service-2' },
      { purpose: 'health' as const, version: 'health-1' },
    ]
    expect(() => givenConsents(agreed, onPaper, decision)).toThrow(
      expect.objectContaining({ code: 'CONSENT_OUTDATED', detail: { purpose: 'health' } }),
    )
  })

  it('begins from nothing each time', () => {
    givenConsents([{ purpose: 'service', version: 'service-2' }], onPaper, decision)
    expect(givenConsents([], onPaper, decision)).toEqual({
      service: null,
      health: null,
      category: null,
      location: null,
    })
  })
})

describe('requireConsents', () => {
  it('names the purposes without a yes', () => {
    const said = { ...noConsents, service: aYes }
    expect(() => requireConsents(said, ['service'])).not.toThrow()
    expect(() => requireConsents(said, [])).not.toThrow()
    expect(() => requireConsents(said, ['service', 'location', 'health'])).toThrow(
      expect.objectContaining({ code: 'CONSENT_MISSING', detail: { purposes: ['location', 'health'] } }),
    )
  })
})

describe('requireActive', () => {
  it.each([
    ['pending', 'CONSENT_MISSING'],
    ['erased', 'NOT_FOUND'],
  ] as const)('lets nothing be done for an elder who is %s: %s', (state, code) => {
    expect(() => requireActive(anElder({ state }))).toThrow(code)
  })

  it('lets things be done for an elder who agreed', () => {
    expect(() => requireActive(anElder())).not.toThrow()
  })
})

describe('withConsent', () => {
  const pending = anElder({ state: 'pending', consents: noConsents })

  it.each([
    ['service', 'active'],
    ['health', 'pending'],
    ['category', 'pending'],
    ['location', 'pending'],
  ] as const)('makes a pending registration count with a yes to %s: it is %s', (purpose, state) => {
    const after = withConsent(pending, purpose, given)
    expect(after.state).toBe(state)
    expect(after.consents).toEqual({ ...noConsents, [purpose]: given })
  })

  it('changes nothing else', () => {
    expect(changed(aKnownElder(), withConsent(aKnownElder(), 'health', given))).toEqual(['consents'])
  })

  it('brings nobody back whose data are gone', () => {
    expect(withConsent(anElder({ state: 'erased' }), 'service', given).state).toBe('erased')
  })
})

describe('withoutConsent', () => {
  const keptFor = {
    service: ['state'],
    health: ['ability', 'allergies', 'diet'],
    category: ['askedOn', 'categories', 'notHeld'],
    location: ['place'],
  } as const

  it.each(purposes)('deletes exactly what was kept for %s', (purpose) => {
    const elder = aKnownElder()
    const after = withoutConsent(elder, purpose, station)
    expect(changed(elder, after)).toEqual([...keptFor[purpose], 'consents'].sort())
    expect(after.consents).toEqual({ ...elder.consents, [purpose]: null })
  })

  it('leaves no health word, no category and no place of her home', () => {
    const after = purposes.reduce((elder, purpose) => withoutConsent(elder, purpose, station), aKnownElder())
    expect(after).toMatchObject({
      state: 'pending',
      ability: null,
      diet: [],
      allergies: [],
      categories: [],
      notHeld: [],
      askedOn: null,
      place: { lng: 121, lat: 32 },
    })
    expect(JSON.stringify(after)).not.toMatch(
      /花生|soft|孙评估|残疾证|低收入|severeDisability|120\.777|31\.888/,
    )
  })

  it('deletes the same in whatever order, and once as twice', () => {
    const withdrawals = fc.array(fc.constantFrom(...purposes), { maxLength: 8 })
    fc.assert(
      fc.property(withdrawals, (withdrawn) => {
        const elder = aKnownElder()
        const after = withdrawn.reduce((one, purpose) => withoutConsent(one, purpose, station), elder)
        const gone = [...new Set(withdrawn)].flatMap((purpose) => keptFor[purpose])
        expect(changed(elder, after)).toEqual(withdrawn.length ? [...gone, 'consents'].sort() : [])
        for (const purpose of purposes)
          expect(after.consents[purpose]).toEqual(withdrawn.includes(purpose) ? null : aYes)
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })

  it('lets a registration count again once she agrees again', () => {
    const back = withConsent(withoutConsent(anElder(), 'service', station), 'service', given)
    expect(back.state).toBe('active')
  })
})

describe('consentRecord', () => {
  const trail = { elder: anElder(), decision: onPaper, actor: clerk, now: NOW }

  it('writes down whose word it was, on which text, how, who was there and who wrote', () => {
    const said = { purpose: 'health' as const, version: 'health-2', isGiven: true }
    expect(consentRecord('c-1', said, trail)).toEqual({
      id: 'c-1',
      district: 'quiet',
      elderId: 'e-wang',
      purpose: 'health',
      version: 'health-2',
      isGiven: true,
      by: '王秀英',
      capacity: 'elder',
      how: 'paper',
      form: '第 12 号',
      witness: '陈刚',
      actor: clerk,
      about: null,
      at: NOW.toISOString(),
      endsEarlier: true,
    })
    expect(consentRecord('c-1', { ...said, isFirst: true }, trail)).not.toHaveProperty('endsEarlier')
  })

  it('says whom she let in, and that it was taken back', () => {
    const said = { purpose: 'circle' as const, version: 'circle-2', isGiven: false, about: '李敏' }
    expect(consentRecord('c-2', said, trail)).toMatchObject({
      purpose: 'circle',
      isGiven: false,
      about: '李敏',
    })
  })
})

describe('firstConsents', () => {
  const about = { texts, now: NOW }

  it('takes what was agreed to, the service among it', () => {
    const agreed = [
      { purpose: 'service' as const, version: 'service-2' },
      { purpose: 'health' as const, version: 'health-2' },
    ]
    expect(firstConsents(agreed, onPaper, about)).toEqual(givenConsents(agreed, onPaper, about))
  })

  it('is refused without the service, and on an old text before that', () => {
    const health = (version: string) => [{ purpose: 'health' as const, version }]
    expect(() => firstConsents(health('health-2'), onPaper, about)).toThrow('CONSENT_MISSING')
    expect(() => firstConsents(health('health-1'), onPaper, about)).toThrow('CONSENT_OUTDATED')
  })
})

describe('firstTrail', () => {
  const trail = { decision: onPaper, actor: clerk, now: NOW, requestId: 'r-1' }

  it('has a line for everything that was agreed to, and for nothing else', () => {
    const elder = anElder({ consents: { ...noConsents, service: aYes, location: aYes } })
    expect(firstTrail(elder, trail).map(({ id, version, isGiven }) => [id, version, isGiven])).toEqual([
      ['e-wang_service_r-1', 'first', true],
      ['e-wang_location_r-1', 'first', true],
    ])
  })
})
