import { consentTexts } from '../../../../cloudfunctions/_shell/policies'
import type { MealOrder } from '../../../../types/meals/orders'
import type { Price } from '../../../../types/meals/prices'
import type { Home } from '../../../../types/people'
import { type ConsentState, type ElderFile, type Purpose, purposes } from '../../../../types/people/elders'
import { aStation, aVisit } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aMarkedNeighbourhood, marked, marks } from '../../marked-elder'
import { callsOf, meal, paper, versionOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aMarkedNeighbourhood()))
afterAll(() => cloud.close())

const { say, hers, everything } = callsOf(() => cloud)

describe('people.consents', () => {
  it('tells the texts in force to anybody, before anything is agreed to', async () => {
    const texts = accepted<ConsentState[]>(await cloud.as(null).call('people.consents'))
    expect(texts).toEqual(
      purposes.map((purpose) => ({
        ...consentTexts.texts.find((text) => text.purpose === purpose),
        given: null,
      })),
    )
    expect(texts.every(({ text }) => /不同意|注销/.test(text))).toBe(true)
  })
})

describe('people.consentsOf', () => {
  it('tells who said yes to what, when and how', async () => {
    await say('health', false)
    await say('health', true, 'o-clerk', { paper })
    const states = accepted<ConsentState[]>(
      await cloud.as('o-wang').call('people.consentsOf', { elderId: 'e-wang' }),
    )
    expect(states.map(({ purpose, given }) => [purpose, given !== null])).toEqual(
      purposes.map((purpose) => [purpose, true]),
    )
    expect(states.find(({ purpose }) => purpose === 'health')?.given).toMatchObject({
      version: versionOf('health'),
      by: '王秀英',
      capacity: 'elder',
      how: 'paper',
      witness: '李站长',
    })
  })
})

describe('people.consent', () => {
  it('deletes diet, allergies and ability with the consent to health', async () => {
    expect(JSON.stringify(await everything())).toContain(marks.allergy)
    accepted(await say('health', false))
    expect(await hers()).toMatchObject({ ability: null, diet: [], allergies: [], consents: { health: null } })
    expect(JSON.stringify(await everything())).not.toContain(marks.allergy)
  })

  it('deletes categories with the consent to them, and the next meal costs the full price', async () => {
    const quoted = async () =>
      accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal)).elderPays
    expect(await quoted()).toBe(1300)
    accepted(await say('category', false))
    expect((await hers()).categories).toEqual([])
    expect(JSON.stringify(await everything())).not.toContain(marks.evidence)
    expect(await quoted()).toBe(1800)
    const order = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', meal))
    expect(order.elderPays).toBe(1800)
    expect(order.lines.map(({ kind }) => kind)).not.toContain('subsidy')
  })

  it('puts the station’s place for hers with the consent to it, wherever it was kept', async () => {
    const place = aStation().place
    await cloud.restock(
      aMarkedNeighbourhood({
        visits: [
          aVisit({ place: marked.place }),
          aVisit({ id: 'v-2', state: 'closed', place: marked.place }),
        ],
      }),
    )
    accepted(await say('location', false))
    const stands = { place, isPlaceUnknown: true }
    expect(await hers()).toMatchObject(stands)
    expect(await cloud.stored('visits')).toMatchObject([stands, stands])
    const accounts = await cloud.stored('accounts')
    expect(accounts.find(({ id }) => id === 'o-wang')?.self).toMatchObject(stands)
    expect(accounts.find(({ id }) => id === 'o-daughter')?.relations[0]).toMatchObject(stands)
    const home = accepted<Home>(await cloud.as('o-daughter').call('people.home', { elderId: 'e-wang' }))
    expect(home.elder).toMatchObject(stands)
    const file = accepted<ElderFile>(await cloud.as('o-daughter').call('people.file', { elderId: 'e-wang' }))
    expect(file.isPlaceUnknown).toBe(true)
  })

  it('does nothing more for her without the consent to her registration, until she gives it again', async () => {
    accepted(await say('service', false))
    const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('CONSENT_MISSING')
    expect(codeOf(await cloud.as('o-daughter').call('visits.request', wish))).toBe('CONSENT_MISSING')
    accepted(await say('service', true))
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('accepted')
  })

  it.each(purposes)('brings back nothing of what was deleted when %s is agreed to again', async (purpose) => {
    await say(purpose, false)
    const after = await hers()
    accepted(await say(purpose, true))
    const { consents: _, state: __, ...rest } = after
    expect(await hers()).toMatchObject(rest)
  })

  it('refuses a yes to a text that is no longer in force, and stores nothing', async () => {
    await say('health', false)
    const before = await everything()
    const agreed = { purpose: 'health', version: 'health-2019-01' }
    const reply = await cloud
      .as('o-wang')
      .call('people.consent', { elderId: 'e-wang', agreed, isGiven: true })
    expect(reply).toMatchObject({ code: 'CONSENT_OUTDATED', detail: { purpose: 'health' } })
    expect(await everything()).toEqual(before)
  })

  it('is no relative’s to give, and on paper only a clerk’s to write down', async () => {
    const before = await everything()
    expect(codeOf(await say('health', false, 'o-daughter'))).toBe('FORBIDDEN')
    expect(codeOf(await say('health', false, 'o-daughter', { paper }))).toBe('FORBIDDEN')
    expect(codeOf(await say('health', false, 'o-clerk'))).toBe('EVIDENCE_MISSING')
    expect(await everything()).toEqual(before)
  })

  it('writes down in what capacity a guardian said it', async () => {
    const agreed = { purpose: 'health', version: versionOf('health') }
    const input = { elderId: 'e-chen', agreed, isGiven: true }
    accepted(await cloud.as('o-guardian').call('people.consent', input))
    expect(await cloud.stored('consents')).toMatchObject([
      { elderId: 'e-chen', capacity: 'guardian', by: '某人', isGiven: true },
    ])
  })

  it('only ever adds to the paper trail, one line for each change of mind', async () => {
    let lines = await cloud.stored('consents')
    const said: [Purpose, boolean, number][] = [
      ['health', false, 1],
      ['health', false, 0],
      ['category', false, 1],
      ['health', true, 1],
      ['health', true, 0],
      ['health', false, 1],
      ['service', false, 1],
      ['service', true, 1],
    ]
    for (const [purpose, isGiven, more] of said) {
      accepted(await say(purpose, isGiven))
      const after = await cloud.stored('consents')
      expect(after).toEqual(expect.arrayContaining(lines))
      expect(after).toHaveLength(lines.length + more)
      lines = after
    }
    accepted(await cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' }))
    const last = await cloud.stored('consents')
    expect(last).toEqual(expect.arrayContaining(lines))
    expect(last.filter(({ id }) => lines.every((line) => line.id !== id))).toMatchObject([
      { purpose: 'service', isGiven: false },
    ])
  })
})
