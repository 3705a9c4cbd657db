import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const MEAL = 'cloudfunctions/_policies/meal'
const CARE = 'cloudfunctions/_policies/care/high-tech-2021.json'
const folder = mkdtempSync(join(tmpdir(), 'policy-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The command as `npm run policy --` starts it. */
function policy(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['config/policy.mjs', ...args], { cwd: ROOT, encoding: 'utf8' })
}

/** A file with a text; the text of a shipped one, changed, unless it is whole. */
function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const shipped = (name: string, ...changes: [string, string][]): string =>
  changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
      return text.replace(from, to)
    },
    readFileSync(join(ROOT, MEAL, name), 'utf8'),
  )

describe('npm run policy -- run', () => {
  it('prints expected and actual side by side and ends with 0 where all is as expected', () => {
    const { status, stdout } = policy(
      'run',
      `${MEAL}/beijing-2022-03.json`,
      `${MEAL}/beijing-2022-03.cases.json`,
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/✓ +BM1 .*补贴 5\.00 元，自付 13\.00 元.*补贴 5\.00 元，自付 13\.00 元/)
    expect(stdout).toContain('个案例都对')
  })

  it('ends with 1 and shows what differs, in yuan', () => {
    const cases = file(
      'differs.cases.json',
      shipped('beijing-2022-03.cases.json', ['"pays": 1300', '"pays": 1200']),
    )
    const { status, stdout } = policy('run', `${MEAL}/beijing-2022-03.json`, cases)
    expect(status).toBe(1)
    expect(stdout).toMatch(/✗ +BM1/)
    expect(stdout).toMatch(/自付 +应为 12\.00 元 +实得 13\.00 元/)
    expect(stdout).toMatch(/个案例里有 1 个不对/)
  })

  it('says what is not known, and that a day is outside of the policy', () => {
    const cases = file(
      'unknown.cases.json',
      JSON.stringify([
        {
          id: 'U',
          person: {},
          on: '2022-04-06',
          meal: { slot: 'lunch', price: 1800 },
          expect: { answer: 'yes', missing: [] },
        },
        {
          id: 'V',
          person: {},
          on: '2021-04-06',
          meal: { slot: 'lunch', price: 1800 },
          expect: { answer: 'yes' },
        },
      ]),
    )
    const { status, stdout } = policy('run', `${MEAL}/beijing-2022-03.json`, cases)
    expect(status).toBe(1)
    expect(stdout).toMatch(/还不知道 +应为 没有 +实得 身份类别/)
    expect(stdout).toContain('V：这一天不在政策的日期里')
  })

  it('takes several files of cases, and lists as they are', () => {
    const list = JSON.stringify(JSON.parse(shipped('beijing-2022-03.cases.json')).cases)
    const { status, stdout } = policy(
      'run',
      `${MEAL}/beijing-2022-03.json`,
      `${MEAL}/beijing-2022-03.cases.json`,
      file('list.cases.json', list),
    )
    expect(status).toBe(0)
    expect(stdout).toContain('28 个案例都对')
  })

  it.each([
    ['an unknown key', '"pays": 1300', '"paid": 1300', /cases\[0\]\.expect\.paid .*是不是想写“pays”/],
    [
      'a word for a number',
      '"price": 1800',
      '"price": "18 元"',
      /cases\[0\]\.meal\.price .*"18 元".*整数.*单位是分/,
    ],
    ['an id twice', '"id": "BM2"', '"id": "BM1"', /cases\[1\]\.id .*BM1.*两次/],
  ])('refuses cases with %s, and says where', (name, from, to, said) => {
    const cases = file(`${name}.cases.json`, shipped('beijing-2022-03.cases.json', [from, to]))
    const { status, stdout } = policy('run', `${MEAL}/beijing-2022-03.json`, cases)
    expect(status).toBe(1)
    expect(stdout).toMatch(said)
    expect(stdout).toMatch(/\.cases\.json:\d+:\d+ /)
  })

  it.each([
    [
      'a fact that there is not',
      '"pays": 1300',
      '"missing": ["户口"]',
      /missing\[0\] .*"户口".*只能是 age、hukou/,
    ],
    [
      'an age beside a birth date',
      '"person": {',
      '"person": { "birthDate": "1940-01-01", "age": 60,',
      /person\.age .*birthDate（生日）和 age（周岁）只能写一个/,
    ],
  ])('refuses cases with %s', (name, from, to, said) => {
    const cases = file(`${name}.cases.json`, shipped('beijing-2022-03.cases.json', [from, to]))
    const { status, stdout } = policy('run', `${MEAL}/beijing-2022-03.json`, cases)
    expect(status).toBe(1)
    expect(stdout).toMatch(said)
  })

  it('says in one line that cases are for another kind of policy', () => {
    const { status, stdout } = policy('run', CARE, `${MEAL}/beijing-2022-03.cases.json`)
    expect(status).toBe(1)
    expect(stdout.match(/\.cases\.json:\d+:\d+ .*/g)).toEqual([
      expect.stringMatching(/这些案例是助餐的（写的是 meal），这份政策是居家服务的（要写 care）/),
    ])
  })

  it('says in Chinese what became of services, in their order', () => {
    const cases = file(
      'services.cases.json',
      JSON.stringify([
        {
          id: 'S',
          person: { age: 70, livesAtHome: true, categories: ['extremePoverty'] },
          care: {
            services: [
              { on: '2021-03-01', minutes: 480 },
              { on: '2021-03-02', minutes: 60 },
            ],
          },
          expect: { services: ['selfPaid', 'paid'], counts: { paid: 2 } },
        },
      ]),
    )
    const { status, stdout } = policy('run', CARE, cases)
    expect(status).toBe(1)
    expect(stdout).toMatch(/服务 +应为 自费、政府付 +实得 政府付、自费/)
    expect(stdout).toMatch(/政府付 +应为 2 次 +实得 1 次/)
    expect(stdout).not.toMatch(/selfPaid|paid/)
  })

  it('asks for a whole number of times, not of fen', () => {
    const cases = file(
      'counts.cases.json',
      JSON.stringify([
        { id: 'C', person: {}, care: { month: '2021-03' }, expect: { counts: { paid: '两次' } } },
      ]),
    )
    const { stdout } = policy('run', CARE, cases)
    expect(stdout).toMatch(/counts\.paid .*"两次".*整数/)
    expect(stdout).not.toContain('单位是分')
  })

  it('runs no case of a policy that is not valid', () => {
    const broken = file('broken.json', shipped('beijing-2022-03.json', ['"amount": 500', '"amount": "5 元"']))
    const { status, stdout } = policy('run', broken, `${MEAL}/beijing-2022-03.cases.json`)
    expect(status).toBe(1)
    expect(stdout).not.toContain('BM1')
  })
})

describe('npm run policy -- check', () => {
  it('says in yuan what each shipped policy says, and that they do not disturb each other', () => {
    const names = [
      'beijing-2022-03',
      'guangzhou-2025-02',
      'shenzhen-2025-01',
      'zengcheng-zhengguo-2020-03',
      'zhushan-2025-06',
    ]
    const { status, stdout } = policy('check', ...names.map((name) => `${MEAL}/${name}.json`))
    expect(status).toBe(0)
    expect(stdout).toContain('5 份政策都没有问题')
    expect(stdout).toMatch(
      /basic-care-recipient-5-a-day +5\.00 元 +基本养老服务对象.*超过 5\.00 元，每天 1 次/,
    )
    expect(stdout).toMatch(/quarter-up-to-3 +饭价的 25%，最多 3\.00 元/)
    expect(stdout).toContain('2026-12-31 以后') // Shenzhen goes by workdays beyond the calendar
  })

  const line = (text: string, wanted: string): number =>
    text.slice(0, text.indexOf(wanted)).split('\n').length

  it.each<[string, [string, string], string, RegExp]>([
    [
      'a wrong type',
      ['{ "percent": 25, "cap": 300 }', '"5 元"'],
      '"5 元"',
      /layers\[0\]\.rules\[0\]\.amount .*"5 元".*整数.*单位是分（5 元写 500）/,
    ],
    [
      'half a fen',
      ['{ "percent": 25, "cap": 300 }', '2.5'],
      '"amount": 2.5',
      /rules\[0\]\.amount .*2\.5.*整数/,
    ],
    [
      'a key that is nearly right',
      ['"cap": 300', '"caps": 300'],
      '"caps": 300',
      /amount\.caps .*不认识“caps”.*是不是想写“cap”/,
    ],
    [
      'a word that is nearly right',
      ['"hukou": "city"', '"hukou": "citty"'],
      '"hukou": "citty"',
      /hukou .*是不是想写“city”/,
    ],
    ['a day that is not', ['2025-02-01"', '2025-02-29"'], '2025-02-29', /effectiveFrom .*没有这一天/],
    [
      'a field that is missing',
      ['"payer": "city",', ''],
      '"label": "市里的长者助餐补贴"',
      /layers\[0\]\.payer .*缺少“payer”/,
    ],
    [
      'the elder as payer',
      ['"payer": "city"', '"payer": "elder"'],
      '"payer": "elder"',
      /layers\[0\]\.payer .*只能是 station/,
    ],
    ['Chinese punctuation', ['"slots": ', '"slots"： '], '"slots"：', /中文的标点.*英文的 :/],
    [
      'a group that is not there',
      ['"group": ["at-home"]', '"group": ["athome"]'],
      '["athome"]',
      /who\.group\[0\] .*athome/,
    ],
    [
      'yuan for fen',
      ['"percent": 25, "cap": 300', '"elderPays": 0 }, "label": "x", "limits": [], "spend": { "above": 1'],
      '',
      /limits .*写了两次/,
    ],
  ])('names field and line of %s', (name, change, where, said) => {
    const text = shipped('guangzhou-2025-02.json', change)
    const { status, stdout } = policy('check', file(`${name}.json`, text))
    expect(status).toBe(1)
    expect(stdout).toMatch(said)
    const found = /\.json:(\d+):\d+ /.exec(stdout)?.[1]
    if (where)
      expect(Math.abs(Number(found) - line(text, where))).toBeLessThanOrEqual(
        name === 'a field that is missing' ? 2 : 0,
      )
  })

  it.each([
    ['an overlap', '2026-03-01', '2026-01-01', /effectiveFrom .*重叠.*不能改.*effectiveFrom 改成 2026-03-02/],
    [
      'a gap',
      '2025-11-30',
      '2026-01-01',
      /effectiveFrom .*从 2025-12-01 到 2025-12-31 没有政策.*effectiveFrom 改成 2025-12-01/,
    ],
  ])('refuses %s', (name, until, from, said) => {
    const before = shipped('guangzhou-2025-02.json', ['"effectiveTo": null', `"effectiveTo": "${until}"`])
    const next = shipped('guangzhou-2025-02.json', ['2025-02"', '2026-01"'], ['2025-02-01"', `${from}"`])
    const { status, stdout } = policy('check', file(`${name}-a.json`, before), file(`${name}-b.json`, next))
    expect(status).toBe(1)
    expect(stdout).toMatch(said)
  })

  it('lets an open policy end the day before the next', () => {
    const next = shipped('guangzhou-2025-02.json', ['2025-02"', '2026-01"'], ['2025-02-01"', '2026-01-01"'])
    const { status, stdout } = policy('check', file('next.json', next), `${MEAL}/guangzhou-2025-02.json`)
    expect(status).toBe(0)
    expect(stdout).toMatch(/2025-02-01 +至 +2025-12-31 +guangzhou-meal-2025-02/)
  })

  it('refuses to pay somebody to eat, and names the rule', () => {
    const text = shipped('beijing-2022-03.json', ['"amount": 500', '"amount": 50000'])
    const { status, stdout } = policy('check', file('pays.json', text))
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /layers\[0\]\.rules\[0\]\.amount .*倒拿钱.*“basic-care-recipient-5-a-day”给 500\.00 元/,
    )
  })

  it.each([
    ['slots', '"slots": ["lunch", "dinner"]', '"slots": "lunch"', /slots .*例如 \["lunch"\]/],
    ['bring', '"payer": "city"', '"payer": "city", "limits": {}', /limits .*例如 \[\{ "per": "day"/],
    ['operator', '"kind": "meal"', '"kind": "meal", "operator": {}', /operator .*例如 \[\{ … \}\]/],
  ])('shows a list as it fits the field %s', (name, from, to, said) => {
    const text = shipped('guangzhou-2025-02.json', [from, to])
    expect(policy('check', file(`list-${name}.json`, text)).stdout).toMatch(said)
  })

  it('asks back without refusing, with the place', () => {
    const text = shipped('guangzhou-2025-02.json', ['"cap": 300', '"cap": 30000'])
    const { status, stdout } = policy('check', file('asked.json', text))
    expect(status).toBe(0)
    expect(stdout).toMatch(/ {2}! .*asked\.json:\d+:\d+ .*amount\.cap .*30000 是 300\.00 元/)
  })

  it('reads a care policy out with its classes, items and notice', () => {
    const { stdout } = policy('check', CARE)
    expect(stdout).toContain('生活照料（life-care）：15 项')
    expect(stdout).toMatch(/助浴 +预约/)
    expect(stdout).toContain('预约：手机提前 7 天，电话提前 2 天')
    expect(stdout).toContain('月中才符合条件的：下个月起有')
  })

  it('tells cases from a policy', () => {
    const { status, stdout } = policy('check', `${MEAL}/beijing-2022-03.cases.json`)
    expect(status).toBe(1)
    expect(stdout).toContain('这是一份案例')
  })
})

describe('npm run policy, asked in a wrong way', () => {
  it.each([
    [[]],
    [['chekc', `${MEAL}/beijing-2022-03.json`]],
    [['check']],
    [['run', `${MEAL}/beijing-2022-03.json`]],
    [['check', 'nowhere.json']],
  ])('%j ends with 2 and says how', (args) => {
    const { status, stdout } = policy(...args)
    expect(status).toBe(2)
    expect(stdout).toContain('用法')
  })
})
