import { ERASED } from '../../../../cloudfunctions/_domain/people/elders/forgetting'
import type { AuditRecord } from '../../../../cloudfunctions/_domain/people/records'
import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { membershipId } from '../../../../types/ids'
import { pageSize } from '../../../../types/paging'
import type { CopyPart, LogLine, Roster } from '../../../../types/people/privacy'
import {
  aConsentLine,
  anAuditLine,
  anElder,
  anOrder,
  aRelation,
  aVisit,
  LUNCH,
  NOW,
  TODAY,
} from '../../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../../a-cloud'
import { aMarkedNeighbourhood, marked, marks } from '../../marked-elder'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { callsOf, meal } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aMarkedNeighbourhood()))
afterAll(() => cloud.close())

const { say, hers, everything } = callsOf(() => cloud)

type Part = 'person' | 'consents' | 'meals' | 'visits' | 'log'

describe('people.copy', () => {
  const pages = async (part: Part, openid = 'o-wang') => {
    const read: CopyPart[][] = []
    let after: string | undefined
    do {
      const input = { elderId: 'e-wang', part, ...(after && { after }) }
      const page = accepted<{ parts: CopyPart[]; next: string | null }>(
        await cloud.as(openid).call('people.copy', input),
      )
      read.push(page.parts)
      after = page.next ?? undefined
      if (read.length > 50) throw new Error('the pages never end')
    } while (after)
    return read
  }
  const valuesOf = (read: CopyPart[][], row: string) =>
    read.flat().flatMap(({ rows }) => rows.filter(({ name }) => name === row).map(({ value }) => value))

  it('names the street where she lived before', async () => {
    const home = { stationId: 'st-two', from: TODAY, building: '枫桥路 7 号', room: null, place: null }
    accepted(await cloud.as('o-wang').call('people.move', { elderId: 'e-wang', ...home }))
    expect(valuesOf(await pages('person'), '以前住过的街道')).toEqual(['东街道，到 2026-11-20'])
  })

  it('tells everything of her as a person in full', async () => {
    const { elders } = aMarkedNeighbourhood()
    const died = elders?.map((one) => (one.id === 'e-wang' ? { ...one, diedOn: marks.diedOn } : one))
    await cloud.restock(aMarkedNeighbourhood({ ...(died && { elders: died }) }))
    const [[...parts] = []] = await pages('person')
    const text = JSON.stringify(parts)
    for (const mark of Object.values(marks)) expect(text).toContain(mark)
    expect(text).toContain(marked.building)
  })

  /** Dates of 120 orders: three on most days, 45 on one, which is more than two pages. */
  const dates = Array.from({ length: 120 }, (_, i) =>
    i < 45 ? '2026-10-10' : `2026-09-${String(1 + Math.floor((i - 45) / 3)).padStart(2, '0')}`,
  )

  it('tells each of 120 meals once, however many are of one day', async () => {
    const mealOrders = dates.map((date, i) =>
      anOrder({ id: `st-${i}_${date}_lunch_e-wang`, date, setName: `第${i}餐` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ mealOrders }))
    const read = await pages('meals')
    expect(valuesOf(read, '餐').sort()).toEqual(mealOrders.map(({ setName }) => setName).sort())
    expect(read.length).toBeGreaterThan(3)
  })

  it('tells each visit once, however many were asked for at one instant', async () => {
    const visits = dates.map((date, i) =>
      aVisit({ id: `v-${i}`, askedAt: `${date}T00:00:00.000Z`, reason: `第${i}件` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ visits }))
    expect(valuesOf(await pages('visits'), '为什么').sort()).toEqual(
      visits.map(({ reason }) => reason).sort(),
    )
  })

  it('tells each line of the log once, however many are of one instant', async () => {
    const auditLog = dates.map((date, i) =>
      anAuditLine({ id: `r-${i}`, at: `${date}T00:00:00.000Z`, reason: `第${i}行` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ auditLog }))
    const told = valuesOf(await pages('log'), '为什么').filter((reason) => reason.startsWith('第'))
    expect(told.sort()).toEqual(auditLog.map(({ reason }) => reason).sort())
  })

  it('tells each line of the paper trail once', async () => {
    const consents = dates.map((date, i) =>
      aConsentLine({ id: `e-wang_health_r-${i}`, at: `${date}T00:00:00.000Z`, form: `第${i}号` }),
    )
    await cloud.restock(aMarkedNeighbourhood({ consents }))
    const forms = valuesOf(await pages('consents'), '纸的编号或原话')
    expect(forms.sort()).toEqual(consents.map(({ form }) => form).sort())
  })

  it('tells nothing of anybody else', async () => {
    await cloud.restock(
      aMarkedNeighbourhood({
        mealOrders: [anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen' })],
        visits: [aVisit({ elderId: 'e-chen' })],
        auditLog: [anAuditLine({ elderId: 'e-chen' })],
        consents: [aConsentLine({ elderId: 'e-chen' })],
      }),
    )
    for (const part of ['log', 'consents', 'meals', 'visits'] as const)
      expect(await pages(part)).toEqual([[]])
  })

  it.each(['person', 'consents', 'meals', 'visits', 'log'] as const)(
    'writes down that a clerk took the part %s, for the elder to read',
    async (part) => {
      const input = { elderId: 'e-wang', part, reason: '老人要一份' }
      accepted(await cloud.as('o-clerk').call('people.copy', input))
      const log = accepted<LogLine[]>(await cloud.as('o-wang').call('people.log', { elderId: 'e-wang' }))
      expect(log).toMatchObject([
        { action: 'people.copy', role: 'clerk', reason: '老人要一份', isMine: false },
      ])
    },
  )
})

describe('people.leave', () => {
  const leave = (openid = 'o-daughter') => cloud.as(openid).call('people.leave')
  const NAME = '李小敏'
  const named = () =>
    aMarkedNeighbourhood().accounts?.map((one) => (one.id === 'o-daughter' ? { ...one, name: NAME } : one))
  const scene = (own: Stock = {}): Stock =>
    aMarkedNeighbourhood({
      accounts: named(),
      relations: [aRelation(wang, 'o-daughter', { name: NAME, words: '我是女儿', evidence: null })],
      ...own,
    })

  it('forgets a relative: name, words, what they may do', async () => {
    await cloud.restock(scene())
    await cloud.as('o-daughter').call('people.ask', {
      by: { code: chen.code },
      relation: 'relative',
      scopes: ['view'],
      words: '我是侄女',
    })
    accepted(await leave())
    const { auditLog: _, ...rest } = await everything()
    expect(JSON.stringify(rest)).not.toMatch(/李小敏|我是女儿|我是侄女/)
    expect(await cloud.one('accounts', 'o-daughter')).toMatchObject({
      name: '',
      relations: [],
      memberships: [],
    })
    expect((await hers()).circle).not.toContain('o-daughter')
    expect((await cloud.stored('relations')).map(({ state }) => state)).toEqual(['revoked', 'revoked'])
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('FORBIDDEN')
  })

  it('takes an unanswered ask off the elder’s phone', async () => {
    await cloud.restock(scene({ relations: [] }))
    const input = { by: { code: wang.code }, relation: 'relative', scopes: ['view'], name: '陈小芳' }
    accepted(await cloud.as('o-asker').call('people.ask', input))
    expect((await cloud.one('accounts', 'o-wang'))?.asks).toHaveLength(1)
    accepted(await leave('o-asker'))
    expect((await cloud.one('accounts', 'o-wang'))?.asks).toEqual([])
  })

  it('tells them no more of what they booked', async () => {
    await cloud.restock(scene())
    accepted(await cloud.as('o-daughter').call('meals.book', meal))
    accepted(await leave())
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: `${LUNCH}_e-wang` }))
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it('ends what a helper does here', async () => {
    accepted(await leave('o-volunteer'))
    const id = membershipId('quiet', 'volunteer', personOf('o-volunteer'))
    expect(await cloud.one('memberships', id)).toMatchObject({
      state: 'ended',
      name: ERASED,
      certificates: [],
    })
    expect(codeOf(await cloud.as('o-volunteer').call('visits.queue'))).toBe('FORBIDDEN')
  })

  it('gives back what a helper has taken on, so that somebody else goes', async () => {
    const helper = { openid: 'o-volunteer', name: '李志愿', kind: 'partyMember' as const }
    const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
    await cloud.restock(
      aMarkedNeighbourhood({
        visits: [
          aVisit({ state: 'claimed', helper }),
          aVisit({ id: 'v-2', state: 'onSite', helper }),
          aVisit({ id: 'v-3', state: 'reported', helper, report }),
          aVisit({ id: 'v-4', state: 'claimed', helper: { ...helper, openid: 'o-second' } }),
        ],
      }),
    )
    accepted(await leave('o-volunteer'))
    const visits = await cloud.stored('visits')
    expect(visits.map(({ state, helper }) => [state, helper?.openid ?? null])).toEqual([
      ['open', null],
      ['open', null],
      ['reported', 'o-volunteer'],
      ['claimed', 'o-second'],
    ])
    expect(JSON.stringify(visits[0])).not.toContain('李志愿')
    expect(codeOf(await cloud.as('o-second').call('visits.claim', { visitId: 'v-1' }))).toBe('accepted')
  })

  it('answers the same again, and somebody whom nobody knows', async () => {
    const first = accepted(await leave())
    const after = await everything()
    expect(accepted(await leave())).toEqual(first)
    expect(accepted(await leave('o-nobody'))).toEqual(first)
    expect(await everything()).toEqual(after)
  })

  it('is not for elders, who are refused with everything as it was', async () => {
    const accounts = aNeighbourhood().accounts?.map((one) =>
      one.id === 'o-wang'
        ? {
            ...one,
            relations: aNeighbourhood().accounts?.find(({ id }) => id === 'o-stranger')?.relations ?? [],
          }
        : one,
    )
    const mealOrders = [anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen', notify: 'o-wang' })]
    await cloud.restock(aNeighbourhood({ accounts, mealOrders }))
    const before = await everything()
    expect(codeOf(await leave('o-wang'))).toBe('OWN_ELDER')
    expect(await everything()).toEqual(before)
  })
})

describe('people.roster', () => {
  const roster = (own: object = {}, openid = 'o-manager') =>
    cloud.as(openid).call('people.roster', { stationId: 'st-one', reason: '民政核对', ...own })

  it('needs a reason', async () => {
    for (const reason of [undefined, '', '  ']) expect(codeOf(await roster({ reason }))).toBe('BAD_INPUT')
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('tells who belongs to the station, and no number that reaches or identifies anybody', async () => {
    const { rows } = accepted<Roster>(await roster())
    expect(rows).toEqual([
      {
        id: 'e-wang',
        name: '王秀英',
        birthYear: 1944,
        sex: 'female',
        building: marked.building,
        phoneTail: '2222',
        living: 'alone',
        categories: ['extremePoverty'],
        diedOn: null,
      },
    ])
    for (const mark of Object.values(marks)) expect(JSON.stringify(rows)).not.toContain(mark)
  })

  it('is a file as well, with every code in words and no more than that', async () => {
    const { csv } = accepted<Roster>(await roster())
    expect(csv).toBe(
      `\uFEFF姓名,出生年,性别,住址,电话尾号,和谁住,身份类别,过世日期\n王秀英,1944,女,${marked.building},2222\t,一个人住,特困人员,\n`,
    )
    for (const mark of Object.values(marks)) expect(csv).not.toContain(mark)
  })

  it('tells no categories of those who did not agree to their use', async () => {
    accepted(await say('category', false))
    expect(accepted<Roster>(await roster()).rows).toMatchObject([{ categories: [] }])
  })

  it('is a manager’s of the station and the supervisor’s', async () => {
    expect(codeOf(await roster({}, 'o-supervisor'))).toBe('accepted')
    for (const openid of ['o-clerk', 'o-other-clerk', 'o-coordinator', 'o-daughter']) {
      expect(codeOf(await roster({}, openid))).toBe('FORBIDDEN')
    }
    expect(codeOf(await roster({ stationId: 'st-two' }))).toBe('FORBIDDEN')
  })

  it('is read page by page, and every elder in it reads that it was', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `e-${String(i).padStart(3, '0')}`)
    const elders = [
      ...ids.map((id) => anElder({ id, ...(id === 'e-000' && { joined: ['e-again'] }) })),
      anElder({ id: 'e-again', joinedTo: 'e-000' }), // registered twice: her other registration is in it
      anElder({ id: 'e-pending', state: 'pending' }),
      anElder({ id: 'e-erased', state: 'erased', name: ERASED }),
      chen,
    ]
    await cloud.restock(aNeighbourhood({ elders }))
    const read: string[] = []
    let file = ''
    for (let after: string | undefined; ; after = read.at(-1)) {
      const { rows, csv } = accepted<Roster>(await roster({ ...(after && { after }) }))
      read.push(...rows.map(({ id }) => id))
      file += csv
      if (rows.length < pageSize.roster) break
    }
    expect(read).toEqual(ids)
    expect(file.match(/姓名|\uFEFF/g)).toHaveLength(2)
    expect(file.trimEnd().split('\n')).toHaveLength(ids.length + 1)
    const lines = await cloud.stored('auditLog')
    expect(lines.map(({ elderId }) => elderId).sort()).toEqual(ids)
    for (const line of lines) {
      expect(line).toMatchObject({
        action: 'people.roster',
        openid: 'o-manager',
        reason: '民政核对',
        changed: true,
      })
    }
  })
})

describe('people.log', () => {
  const log = (openid: string, own: object = {}) =>
    cloud.as(openid).call('people.log', { elderId: 'e-wang', ...own })

  it('is read by the elder, her guardian and whoever she let read it', async () => {
    for (const openid of ['o-wang', 'o-log']) expect(codeOf(await log(openid))).toBe('accepted')
    expect(codeOf(await log('o-guardian', { elderId: 'e-chen' }))).toBe('accepted')
    const others = [
      'o-daughter',
      'o-viewer',
      'o-health',
      'o-stranger',
      'o-clerk',
      'o-manager',
      'o-supervisor',
    ]
    for (const openid of others) expect(codeOf(await log(openid))).toBe('FORBIDDEN')
  })

  it('tells who did what for her and who looked, the latest first', async () => {
    await cloud.as('o-daughter').call('meals.book', meal)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 60_000))
    await cloud
      .as('o-clerk')
      .call('people.reveal', { elderId: 'e-wang', field: 'phone', reason: '打电话问问' })
    const lines = accepted<LogLine[]>(await log('o-wang'))
    expect(lines).toMatchObject([
      { action: 'people.reveal', about: 'phone', role: 'clerk', reason: '打电话问问', isMine: false },
      { action: 'meals.book', role: 'family', relation: 'daughter', isMine: false },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/o-clerk|o-daughter|13911112222/)
    expect(accepted<LogLine[]>(await log('o-log')).map(({ isMine }) => isMine)).toEqual([false, false])
  })

  it('tells whoever acted which acts were theirs', async () => {
    const mine: AuditRecord[] = [anAuditLine({ openid: 'o-log' })]
    await cloud.restock(aMarkedNeighbourhood({ auditLog: mine }))
    expect(accepted<LogLine[]>(await log('o-log'))).toMatchObject([{ isMine: true }])
    expect(accepted<LogLine[]>(await log('o-wang'))).toMatchObject([{ isMine: false }])
  })

  it('is read page by page, each line once, however many are of one instant', async () => {
    const auditLog = Array.from({ length: 100 }, (_, i) =>
      anAuditLine({
        id: `r-${i}`,
        requestId: `r-${i}`,
        at: new Date(NOW.getTime() - Math.floor(i / 7) * 1000).toISOString(),
      }),
    )
    await cloud.restock(aMarkedNeighbourhood({ auditLog }))
    const read: LogLine[] = []
    for (let before: string | undefined; ; before = read.at(-1)?.at) {
      const lines = accepted<LogLine[]>(await log('o-wang', { ...(before && { before }) }))
      read.push(...lines)
      if (lines.length < pageSize.log) break
    }
    expect(new Set(read.map(({ id }) => id)).size).toBe(100)
    expect(read).toHaveLength(100)
    expect(read.map(({ at }) => at)).toEqual(
      read
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
  })

  it('tells nothing of calls that changed nothing', async () => {
    await cloud.restock(aMarkedNeighbourhood({ auditLog: [anAuditLine({ changed: false })] }))
    expect(accepted(await log('o-wang'))).toEqual([])
  })
})
