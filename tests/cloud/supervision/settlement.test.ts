import readWorkbook from 'read-excel-file/node'
import type { SettlementEntryRecord } from '../../../cloudfunctions/_domain/settlement/records'
import { settlementCsv } from '../../../cloudfunctions/supervision/settlement/csv'
import type { Flag, Settlement, SettlementRow } from '../../../types/supervision'
import { aMember, anOrder, aSitting, aStation, DISTRICT, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const MONTH = '2026-11'
const ofMonth = { district: DISTRICT, operatorId: 'op-one', month: MONTH }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

type Line = SettlementEntryRecord['owed'][number]
const subsidy = (amount: number, own: Partial<Line> = {}): Line => ({
  payer: 'district',
  rule: 'five',
  label: '基本养老服务对象补贴',
  to: 'elder',
  amount,
  ...own,
})
const grant = (amount: number): Line => subsidy(amount, { rule: 'three', label: '运营补贴', to: 'operator' })

/** A line of the ledger: an 18-yuan lunch with five yuan off and three for the operator. */
function anEntry(nth: number, own: Partial<SettlementEntryRecord> = {}): SettlementEntryRecord {
  const orderId = `st-one_2026-11-05_lunch_e-${String(nth).padStart(5, '0')}`
  return {
    id: `${orderId}_1`,
    district: DISTRICT,
    operatorId: 'op-one',
    operatorName: '一号公司',
    stationId: 'st-one',
    stationName: '一号驿站',
    month: MONTH,
    date: '2026-11-05',
    slot: 'lunch',
    mode: 'dineIn',
    elderId: `e-${nth}`,
    elderName: '王*英',
    orderId,
    kind: 'served',
    billed: 1800,
    elderPaid: 1300,
    owed: [subsidy(500), grant(300)],
    policyId: 'beijing-meal-2022-03',
    at: NOW.toISOString(),
    by: '张静',
    ...own,
  }
}
const reversalOf = (entry: SettlementEntryRecord): SettlementEntryRecord => ({
  ...entry,
  id: `${entry.orderId}_2`,
  kind: 'reversed',
  billed: -entry.billed,
  elderPaid: -entry.elderPaid,
  owed: entry.owed.map((line) => ({ ...line, amount: -line.amount })),
})
const entries = (count: number) => Array.from({ length: count }, (_, nth) => anEntry(nth))

const begin = (settlementEntries: SettlementEntryRecord[], own: Stock = {}) =>
  cloud.restock(aNeighbourhood({ settlementEntries, ...own }))
const supervisor = () => cloud.as('o-supervisor')
const totals = async (own: object = {}) =>
  accepted<Settlement>(await supervisor().call('supervision.settlement', { ...ofMonth, ...own }))

/** A month with everything in it: meals of three rules and two payers, one of them free, one reversed. */
const mixed = [
  anEntry(1),
  anEntry(2, { owed: [], elderPaid: 1800 }),
  anEntry(3, {
    billed: 1200,
    elderPaid: 0,
    owed: [subsidy(300, { payer: 'city', rule: 'city' }), subsidy(900)],
  }),
  anEntry(4),
  reversalOf(anEntry(4)),
]
const others = [
  anEntry(6, { month: '2026-10' }),
  anEntry(7, { operatorId: 'op-two' }),
  anEntry(8, { district: 'noisy' }),
]

describe('supervision.settlement', () => {
  it('puts the lines in one order, also where a rule was called otherwise within the month', async () => {
    const called = ['三', '二', '四', '一'].map((label, nth) =>
      anEntry(nth, { owed: [subsidy(500, { label })] }),
    )
    await begin(called)
    expect((await totals()).owed.map(({ label }) => label)).toEqual(['一', '三', '二', '四'].sort())
  })

  it('adds up what each payer owes by each rule, reversals taken off', async () => {
    await begin([...mixed, ...others])
    expect(await totals()).toEqual({
      operatorId: 'op-one',
      operatorName: '一号公司',
      month: MONTH,
      owed: [
        { ...subsidy(300, { payer: 'city', rule: 'city' }), meals: 1 },
        { ...subsidy(1400), meals: 2 },
        { ...grant(300), meals: 1 },
      ],
      control: { records: 5, served: 4, reversed: 1, billed: 4800, elderPaid: 3100, owed: 2000 },
      closesOn: '2026-12-06',
      isClosed: false,
    })
  })

  it('lets every fen of a bill be paid once: by the elder or for her', async () => {
    await begin(mixed)
    const { control, owed } = await totals()
    const forElders = owed.filter(({ to }) => to === 'elder').reduce((sum, { amount }) => sum + amount, 0)
    expect(control.billed).toBe(control.elderPaid + forElders)
  })

  it('answers a month without meals with nothing', async () => {
    await begin(mixed)
    expect(await totals({ month: '2026-09' })).toMatchObject({ owed: [], control: { records: 0, owed: 0 } })
  })

  it.each([
    ['2026-12', '2027-01-06'],
    ['2024-02', '2024-03-06'],
  ])('closes the books of %s on %s', async (month, closesOn) => {
    await begin([])
    expect((await totals({ month })).closesOn).toBe(closesOn)
  })

  it('knows no operator who runs nothing here and never did', async () => {
    await begin([anEntry(1, { operatorId: 'op-former', operatorName: '从前的公司' })])
    expect(
      codeOf(await supervisor().call('supervision.settlement', { ...ofMonth, operatorId: 'op-none' })),
    ).toBe('NOT_FOUND')
    expect((await totals({ operatorId: 'op-former' })).operatorName).toBe('从前的公司')
  })

  it.each(['settlement', 'settlementFile', 'sample', 'operators'])(
    'supervision.%s is for supervisors of the district alone',
    async (action) => {
      const elsewhere = { ...aMember('o-elsewhere', 'supervisor', 'noisy', { orgKind: 'district' }) }
      const { accounts = [] } = aNeighbourhood()
      await begin(mixed, { accounts: [...accounts, elsewhere] })
      const input = {
        settlement: ofMonth,
        settlementFile: { ...ofMonth, format: 'csv', reason: '付款' },
        sample: { ...ofMonth, seed: 'one' },
        operators: { district: DISTRICT },
      }[action]
      for (const openid of ['o-elsewhere', 'o-clerk', 'o-manager', 'o-coordinator', 'o-wang', 'o-daughter'])
        expect(codeOf(await cloud.as(openid).call(`supervision.${action}` as 'a.b', input))).toBe('FORBIDDEN')
      expect(cloud.files()).toEqual([])
    },
  )
})

describe('supervision.operators', () => {
  it('lists who runs how many stations of the district', async () => {
    await begin([], {
      stations: [
        aStation(),
        aStation({ id: 'st-two' }),
        aStation({ id: 'st-three', operatorId: 'op-two', operatorName: '二号公司' }),
        aStation({ id: 'st-four', district: 'noisy', operatorId: 'op-four' }),
      ],
    })
    expect(accepted(await supervisor().call('supervision.operators', { district: DISTRICT }))).toEqual({
      operators: [
        { id: 'op-one', name: '一号公司', stations: 2 },
        { id: 'op-two', name: '二号公司', stations: 1 },
      ],
      next: null,
    })
  })
})

interface FileReply {
  name: string
  link: string
  fileId: string
  records: number
  owed: number
}
const fileOf = async (format: 'csv' | 'xlsx', own: object = {}) =>
  accepted<FileReply>(
    await supervisor().call('supervision.settlementFile', { ...ofMonth, format, reason: '付款', ...own }),
  )
const bytesAt = async (link: string) => Buffer.from(await (await fetch(link)).arrayBuffer())

/** Rows of a CSV as RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

const HEAD = '记录号'
/** The fen of a sheet in yuan. */
const fen = (cell: unknown) => Math.round(Number(cell) * 100)

/** What a file says, read by somebody who has only the file. */
function readFile(summary: unknown[][], detail: unknown[][]) {
  const head = detail.findIndex(([first]) => first === HEAD)
  const records = detail.slice(head + 1).filter(([first]) => String(first).startsWith('st-'))
  const last = detail.find(([first, second]) => first === '合计' && String(second).startsWith('共'))
  const sum = (column: number) => records.reduce((total, row) => total + fen(row[column]), 0)
  const cellsOf = (name: string) => summary.find(([first]) => first === name)
  const rules = summary.slice(summary.findIndex(([first]) => first === '出资方') + 1)
  return {
    records,
    sums: { billed: sum(8), elderPaid: sum(9), forElder: sum(10), forOperator: sum(11) },
    last: {
      billed: fen(last?.[8]),
      elderPaid: fen(last?.[9]),
      forElder: fen(last?.[10]),
      forOperator: fen(last?.[11]),
    },
    owedByRule: rules
      .slice(
        0,
        rules.findIndex(([first]) => first === '合计'),
      )
      .map((row) => fen(row[5])),
    owed: fen(cellsOf('合计')?.[5]),
    recordCount: Number(cellsOf('记录数')?.[1]),
    billed: fen(cellsOf('餐费和送餐费合计（元）')?.[1]),
    elderPaid: fen(cellsOf('老人自付合计（元）')?.[1]),
  }
}

async function expectSameAsTotals(file: ReturnType<typeof readFile>, reply: FileReply) {
  const { owed, control } = await totals()
  const sumTo = (to: string) =>
    owed.filter((one) => one.to === to).reduce((sum, { amount }) => sum + amount, 0)
  expect(file.records).toHaveLength(control.records)
  expect(file.sums).toEqual({
    billed: control.billed,
    elderPaid: control.elderPaid,
    forElder: sumTo('elder'),
    forOperator: sumTo('operator'),
  })
  expect(file.last).toEqual(file.sums)
  expect(file.owedByRule).toEqual(owed.map(({ amount }) => amount))
  expect(file).toMatchObject({
    owed: control.owed,
    recordCount: control.records,
    billed: control.billed,
    elderPaid: control.elderPaid,
  })
  expect(reply).toMatchObject({ records: control.records, owed: control.owed })
}

describe('supervision.settlementFile', () => {
  it('gives a CSV that says what the totals say', async () => {
    await begin([...mixed, ...others])
    const reply = await fileOf('csv')
    expect(reply.name).toBe('结算_一号公司_2026-11.csv')
    const bytes = await bytesAt(reply.link)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf') // else spreadsheets show Chinese as nonsense
    const rows = parseCsv(bytes.toString('utf8').slice(1))
    await expectSameAsTotals(readFile(rows, rows), reply)
  })

  it('gives a workbook that says what the totals say, amounts as numbers', async () => {
    await begin([...mixed, ...others])
    const reply = await fileOf('xlsx')
    expect(reply.name).toBe('结算_一号公司_2026-11.xlsx')
    const [summary, detail] = await readWorkbook(await bytesAt(reply.link))
    expect([summary?.sheet, detail?.sheet]).toEqual(['汇总', '明细'])
    await expectSameAsTotals(readFile(summary?.data ?? [], detail?.data ?? []), reply)
    expect(detail?.data[1]?.slice(8, 12)).toEqual([18, 13, 5, 3])
  })

  it('is told with the id by which a phone reads it, under a name that nobody guesses', async () => {
    await begin(mixed)
    const [one, other] = [await fileOf('xlsx'), await fileOf('xlsx')]
    expect(one.fileId).toMatch(/\/settlements\/[0-9a-f]{40}\/settlement-op-one-2026-11\.xlsx$/)
    expect(one.link).toContain(one.fileId.slice(one.fileId.indexOf('settlements/')))
    expect(other.fileId).not.toBe(one.fileId)
  })

  it('has every record of a month that takes more than one page to read', async () => {
    await begin(entries(1201))
    const reply = await fileOf('csv')
    const rows = parseCsv((await bytesAt(reply.link)).toString('utf8').slice(1))
    const file = readFile(rows, rows)
    expect(new Set(file.records.map(([id]) => id)).size).toBe(1201)
    await expectSameAsTotals(file, reply)
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1'])(
    'writes the text %j so that no spreadsheet computes it',
    async (text) => {
      await begin([anEntry(1, { stationName: text, by: text })])
      const csv = await fileOf('csv')
      const rows = parseCsv((await bytesAt(csv.link)).toString('utf8').slice(1))
      const [record] = readFile(rows, rows).records
      expect([record?.[4], record?.[15]]).toEqual([`'${text}`, `'${text}`])

      const [, detail] = await readWorkbook(await bytesAt((await fileOf('xlsx')).link))
      expect(String(detail?.data[1]?.[4]).trim()).toBe(text.trim())
    },
  )

  it('leaves amounts that are owed back as numbers', async () => {
    const settlement = { ...(await begin([reversalOf(anEntry(1))]).then(() => totals())) }
    const rows = parseCsv(settlementCsv(settlement, [reversalOf(anEntry(1))]).slice(1))
    expect(readFile(rows, rows).records[0]?.slice(8, 12)).toEqual(['-18.00', '-13.00', '-5.00', '-3.00'])
  })

  it('quotes commas, quotes and line breaks', async () => {
    await begin([anEntry(1, { stationName: '一号"驿站",\n南门' })])
    const rows = parseCsv((await bytesAt((await fileOf('csv')).link)).toString('utf8').slice(1))
    expect(readFile(rows, rows).records[0]?.[4]).toBe('一号"驿站",\n南门')
  })

  it('names nobody whole', async () => {
    await begin(mixed)
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = await bytesAt((await fileOf(format)).link)
      expect(bytes.includes(wang.name)).toBe(false)
    }
  })

  it('is written down with its reason, and its link opens it for ten minutes', async () => {
    await begin(mixed)
    const { link } = await fileOf('csv')
    expect(await cloud.stored('auditLog')).toEqual([
      expect.objectContaining({
        action: 'supervision.settlementFile',
        openid: 'o-supervisor',
        reason: '付款',
        ref: DISTRICT,
        about: 'op-one,2026-11',
      }),
    ])
    const statusAfter = async (seconds: number) => {
      cloud.emulator.clock.set(new Date(NOW.getTime() + seconds * 1000))
      return (await fetch(link)).status
    }
    expect([await statusAfter(590), await statusAfter(615)]).toEqual([200, 403])
  })
})

describe('supervision.sample', () => {
  const draw = async (seed: string) =>
    accepted<{ of: number; rows: SettlementRow[] }>(
      await supervisor().call('supervision.sample', { ...ofMonth, seed }),
    )
  const idsOf = ({ rows }: { rows: SettlementRow[] }) => rows.map(({ id }) => id)

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [100, 1],
    [101, 2],
    [350, 4],
  ])('of %i records draws %i: one in a hundred, rounded up', async (count, drawn) => {
    await begin(entries(count))
    const sample = await draw('first')
    expect(sample.of).toBe(count)
    expect(new Set(idsOf(sample)).size).toBe(drawn)
  })

  it('draws the same records for the same seed, and others for another', async () => {
    await begin(entries(350))
    const first = idsOf(await draw('2026-11 一号'))
    expect(idsOf(await draw('2026-11 一号'))).toEqual(first)
    await begin([...entries(350)].reverse())
    expect(idsOf(await draw('2026-11 一号'))).toEqual(first)
    expect(idsOf(await draw('2026-11 二号'))).not.toEqual(first)
  })

  it('draws meals that were served, never reversals', async () => {
    await begin([reversalOf(anEntry(1)), reversalOf(anEntry(2)), anEntry(3)])
    const sample = await draw('first')
    expect(sample.of).toBe(1)
    expect(sample.rows).toEqual([
      expect.objectContaining({
        id: anEntry(3).id,
        kind: 'served',
        billed: 1800,
        elderPaid: 1300,
        owed: 800,
      }),
    ])
  })
})

describe('a month', () => {
  it.each(['9999-12', '3000-01', '1999-12', '0000-12', '2026-13', '2026-1', '2026-11-01'])(
    'is none that is written %s, to any action that takes one',
    async (month) => {
      for (const [action, own] of [
        ['settlement', {}],
        ['settlementFile', { format: 'csv', reason: '核对' }],
        ['sample', { seed: '1' }],
      ] as const) {
        const reply = await cloud
          .as('o-supervisor')
          .call(`supervision.${action}`, { ...ofMonth, ...own, month })
        expect([action, codeOf(reply)]).toEqual([action, 'BAD_INPUT'])
      }
    },
  )

  it.each(['2000-01', '2999-12'])('is one that is written %s', async (month) => {
    await cloud.restock(aNeighbourhood())
    const reply = await cloud.as('o-supervisor').call('supervision.settlement', { ...ofMonth, month })
    expect(codeOf(reply)).not.toBe('BAD_INPUT')
    expect(codeOf(reply)).not.toBe('INTERNAL')
  })
})

describe('supervision.flags', () => {
  const DINNER = 'st-one_2026-11-22_dinner'
  const LUNCH_AT_TWO = 'st-two_2026-11-22_lunch'
  const atTwo = { stationId: 'st-two', stationName: '二号驿站', townId: 't-west', operatorId: 'op-two' }
  const confirmed = anOrder({ state: 'confirmed' })
  const elsewhere = anOrder({
    id: `${LUNCH_AT_TWO}_e-wang`,
    sittingId: LUNCH_AT_TWO,
    state: 'confirmed',
    ...atTwo,
  })
  const stay = (from: string, to: string | null, kind: 'hospital' | 'away' = 'hospital') => ({
    kind,
    from,
    to,
  })

  beforeEach(() =>
    cloud.restock(
      aNeighbourhood({
        sittings: [
          aSitting(),
          aSitting({ id: DINNER, slot: 'dinner' }),
          aSitting({ id: LUNCH_AT_TWO, ...atTwo }),
        ],
        mealOrders: [
          confirmed,
          elsewhere,
          anOrder({
            id: `${DINNER}_e-wang`,
            sittingId: DINNER,
            slot: 'dinner',
            state: 'confirmed',
            ...atTwo,
          }),
        ],
      }),
      new Date('2026-11-22T04:00:00Z'),
    ),
  )
  const flags = async (state = 'open', openid = 'o-supervisor') =>
    accepted<Flag[]>(await cloud.as(openid).call('supervision.flags', { state }))
  const kinds = async () => (await flags()).map(({ kind }) => kind).sort()
  const absent = async (...absences: object[]) =>
    accepted(await cloud.as('o-daughter').call('people.setAbsences', { elderId: 'e-wang', absences }))
  const died = async (on: string) =>
    accepted(
      await cloud.as('o-clerk').call('people.recordDeath', { elderId: 'e-wang', on, reason: '家人告知' }),
    )
  const serve = async (orderId = confirmed.id) =>
    accepted(
      await cloud
        .as(orderId.startsWith('st-two') ? 'o-other-clerk' : 'o-clerk')
        .call('meals.serve', { orderId }),
    )

  it.each([
    ['in hospital since yesterday, still', [stay('2026-11-21', null)], ['inHospital']],
    ['away over the day', [stay('2026-11-20', '2026-11-25', 'away')], ['away']],
    [
      'in hospital, and written down as away too',
      [stay('2026-11-20', null), stay('2026-11-20', null, 'away')],
      ['away', 'inHospital'],
    ],
    ['the day on which she went in', [stay('2026-11-22', null)], []],
    ['the day on which she came out', [stay('2026-11-20', '2026-11-22')], []],
    ['in hospital for that day alone', [stay('2026-11-22', '2026-11-22')], []],
    ['home again since yesterday', [stay('2026-11-10', '2026-11-21')], []],
    ['away later', [stay('2026-11-23', '2026-11-30', 'away')], []],
  ])('a meal served to somebody %s', async (_, absences, expected) => {
    await absent(...absences)
    await serve()
    expect(await kinds()).toEqual(expected)
    expect((await cloud.one('mealOrders', confirmed.id))?.state).toBe('served')
    expect(await cloud.stored('settlementEntries')).toHaveLength(1)
  })

  it.each([
    ['2026-11-21', ['deceased']],
    ['2026-11-22', []],
  ])('flags a meal served after she died on %s as %j', async (on, expected) => {
    await serve()
    await died(on)
    expect(await kinds()).toEqual(expected)
    expect(await cloud.stored('settlementEntries')).toHaveLength(1)
  })

  it('flags the second of two stations that served her at the same time', async () => {
    await serve()
    expect(await flags()).toEqual([])
    await serve(elsewhere.id)
    expect(await flags()).toEqual([
      expect.objectContaining({
        kind: 'twoStations',
        stationName: '二号驿站',
        about: '一号驿站',
        elderName: '王秀英',
        date: '2026-11-22',
        slot: 'lunch',
        state: 'open',
        closed: null,
      }),
    ])
    expect(await cloud.stored('settlementEntries')).toHaveLength(2)
  })

  it('has no question about lunch here and dinner there', async () => {
    await serve()
    accepted(await cloud.as('o-clerk').call('meals.serve', { orderId: `${DINNER}_e-wang` }))
    expect(await flags()).toEqual([])
  })

  it('has none once the other station’s was taken back', async () => {
    await serve()
    accepted(await cloud.as('o-clerk').call('meals.unserve', { orderId: confirmed.id, reason: '点错了人' }))
    await serve(elsewhere.id)
    expect(await flags()).toEqual([])
  })

  it('flags meals that were served before the absence was written down, each once', async () => {
    await serve()
    expect(await flags()).toEqual([])
    await absent(stay('2026-11-20', null))
    await absent(stay('2026-11-20', '2026-11-30'))
    expect(await kinds()).toEqual(['inHospital'])
    await died('2026-11-21')
    expect(await kinds()).toEqual(['deceased', 'inHospital'])
  })

  it('is written down once, also when the meal is taken back and served again', async () => {
    await absent(stay('2026-11-20', null))
    await serve()
    accepted(await cloud.as('o-clerk').call('meals.unserve', { orderId: confirmed.id, reason: '点错了人' }))
    await serve()
    expect(await cloud.stored('flags')).toHaveLength(1)
  })

  it('is seen by the district’s supervisor and the coordinator of the station’s town', async () => {
    await absent(stay('2026-11-20', null))
    await serve()
    expect(await flags('open', 'o-coordinator')).toHaveLength(1)
    expect(await flags('open', 'o-other-coordinator')).toEqual([])
    for (const openid of ['o-clerk', 'o-daughter', 'o-wang', 'o-volunteer'])
      expect(codeOf(await cloud.as(openid).call('supervision.flags', { state: 'open' }))).toBe('FORBIDDEN')
  })

  describe('supervision.closeFlag', () => {
    const words = '问过家属：当天中午请假回家吃的。'
    const flagId = `${confirmed.id}_inHospital`
    const close = (openid: string, own: object = {}) =>
      cloud.as(openid).call('supervision.closeFlag', { flagId, words, ...own })
    beforeEach(async () => {
      await absent(stay('2026-11-20', null))
      await serve()
    })

    it('keeps what was found out, by whom and when', async () => {
      accepted(await close('o-coordinator'))
      expect(await flags()).toEqual([])
      const [closed] = await flags('closed')
      expect(closed).toMatchObject({
        state: 'closed',
        closed: { words, by: { name: '某人', role: 'coordinator' } },
      })
    })

    it('keeps the first words when somebody else closes it too', async () => {
      accepted(await close('o-coordinator'))
      accepted(await close('o-supervisor', { words: '别的说法' }))
      expect((await flags('closed'))[0]?.closed).toMatchObject({ words, by: { role: 'coordinator' } })
    })

    it('stays closed when the same thing is found again', async () => {
      accepted(await close('o-coordinator'))
      await absent(stay('2026-11-19', null))
      expect(await flags()).toEqual([])
    })

    it('is for those who see it', async () => {
      const before = await cloud.stored('flags')
      for (const openid of ['o-other-coordinator', 'o-clerk', 'o-daughter'])
        expect(codeOf(await close(openid))).toBe('FORBIDDEN')
      expect(codeOf(await close('o-supervisor', { flagId: 'none' }))).toBe('NOT_FOUND')
      expect(codeOf(await close('o-supervisor', { words: ' ' }))).toBe('BAD_INPUT')
      expect(await cloud.stored('flags')).toEqual(before)
    })
  })

  it('refuses nothing: whoever is written down as away books and is served as ever', async () => {
    await cloud.restock(
      aNeighbourhood({
        elders: [{ ...wang, absences: [{ ...stay('2026-11-01', null), by: '女儿' }] }, chen],
      }),
    )
    const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', wish))).toBe('accepted')
    expect(codeOf(await cloud.as('o-clerk').call('meals.confirm', { orderId: confirmed.id }))).toBe(
      'accepted',
    )
    cloud.emulator.clock.set(new Date('2026-11-22T04:00:00Z'))
    expect(codeOf(await cloud.as('o-clerk').call('meals.serve', { orderId: confirmed.id }))).toBe('accepted')
  })
})
