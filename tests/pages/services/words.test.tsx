import { type ErrorCode, errorCodes } from '#types/errors'
import { pinsAround } from '@/components/station-map/pins'
import { CallError } from '@/services/cloud'
import { dayWord, durationWord, greeting, hourOf, untilWord, whenWord } from '@/services/dates'
import { closureWord, openingWord, weekRows } from '@/services/opening'
import { sentenceFor, sentenceForLoading, sentences } from '@/services/sentences'
import { byWord, callWord, isBy, money, nameInFull, visitWord } from '@/services/words'
import { aMe, aMother, aNearbyStation, anElder, aReport, now } from '../builders'

describe('dates', () => {
  it.each([
    ['2026-11-20', '昨天'],
    ['2026-11-21', '今天'],
    ['2026-11-22', '明天'],
    ['2026-11-23', '周一'],
    ['2026-11-27', '周五'],
    ['2026-11-28', '11月28日 周六'],
    ['2026-11-01', '11月1日 周日'],
  ])('%s is %s', (date, word) => expect(dayWord(date, '2026-11-21')).toBe(word))

  it('counts days and hours in Shanghai, whatever the phone thinks', () => {
    expect(hourOf('2026-11-21T16:05:00.000Z')).toBe('0:05')
    expect(whenWord('2026-11-21T16:05:00.000Z', now)).toBe('明天 0:05')
    expect(whenWord('2026-11-22T11:30:00+08:00', now)).toBe('明天 11:30')
    expect(greeting('2026-11-20T23:30:00.000Z')).toBe('早上好')
  })

  it.each([
    ['2026-11-28T06:20:00.000Z', '7 天内'],
    ['2026-11-28T06:00:00.000Z', '7 天内'],
    ['2026-11-28T05:00:00.000Z', '6 天内'],
    ['2026-11-23T06:20:00.000Z', '2 天内'],
    ['2026-11-22T06:20:00.000Z', '明天 14:20 前'],
    ['2026-11-21T08:00:00.000Z', '今天 16:00 前'],
  ])('says how long something works until %s: %s', (end, words) => expect(untilWord(end, now)).toBe(words))

  it('words durations', () => {
    expect([20, 60, 570].map(durationWord)).toEqual(['20 分钟', '1 小时', '9 小时 30 分'])
  })
})

describe('money', () => {
  it.each([
    [1300, '13 元'],
    [250, '2.50 元'],
    [0, '0 元'],
  ])('%d fen is %s', (fen, words) => expect(money(fen)).toBe(words))
})

describe('isBy', () => {
  const volunteer = { role: 'volunteer' as const, name: '林小梅' }
  const me = aMe({ name: '李敏', roles: [{ role: 'family' }, volunteer], elders: [aMother()] })
  const actor = (role: 'elder' | 'family' | 'volunteer', name: string) => ({
    role,
    name,
    relation: role === 'family' ? ('daughter' as const) : null,
    channel: 'app' as const,
  })

  it('knows what somebody did in each role under its name', () => {
    expect(isBy(actor('family', '李敏'), me)).toBe(true)
    expect(isBy(actor('volunteer', '林小梅'), me)).toBe(true)
    expect(isBy(actor('volunteer', '李敏'), me)).toBe(false)
  })

  it('takes nobody for oneself who only bears one’s name', () => {
    expect(byWord(actor('elder', '王秀英'), aMe())).toBe('您')
    expect(byWord(actor('family', '王秀英'), aMe())).toBe('女儿王秀英')
  })
})

describe('callWord', () => {
  it.each([
    ['daughter', '王奶奶', '妈妈'],
    ['son', '陈爷爷', '爸爸'],
    ['daughter', '王老师', '王老师'],
    ['spouse', '刘奶奶', '老伴'],
    ['grandchild', '王奶奶', '奶奶'],
    ['neighbour', '王奶奶', '王奶奶'],
    ['self', '王奶奶', '您'],
  ] as const)('a %s calls %s %s', (relation, politeName, word) =>
    expect(callWord({ relation, politeName })).toBe(word),
  )

  it('always comes with the name where it matters', () => {
    expect(nameInFull(anElder({ relation: 'daughter' }))).toBe('妈妈 王秀英')
    expect(nameInFull(anElder())).toBe('王秀英')
  })
})

describe('opening hours', () => {
  it('says until when, or when again, or why not', () => {
    const shut = { openNow: false, closesAt: null, opensAt: null, closure: null }
    expect(openingWord({ ...shut, openNow: true, closesAt: '2026-11-21T09:00:00.000Z' }, now)).toBe(
      '开到 17:00',
    )
    expect(openingWord({ ...shut, opensAt: '2026-11-23T00:00:00.000Z' }, now)).toBe('现在没开，周一 8:00 开')
    expect(openingWord({ ...shut, closure: { until: '2026-11-25', reason: '装修' } }, now)).toBe(
      '装修，停到 11月25日 周三',
    )
    expect(openingWord(shut, now)).toBe('这两周都不开')
  })

  it('never says that it is open, or shut, where nobody knows', () => {
    const shut = { openNow: false, closesAt: null, opensAt: '2026-11-30T00:00:00.000Z', closure: null }
    const doubt = (why: 'holiday' | 'unarranged', from: string) =>
      openingWord({ ...shut, unsure: { why, from } }, now)
    expect(doubt('holiday', '2026-11-21T00:00:00.000Z')).toBe('节假日开不开不一定，请先问清楚')
    expect(doubt('holiday', '2026-11-22T00:00:00.000Z')).toBe(
      '现在没开，明天是节假日，开不开不一定，请先问清楚',
    )
    expect(doubt('unarranged', '2026-11-21T00:00:00.000Z')).toBe('今天放不放假还不知道，开不开请先问清楚')
    expect(doubt('unarranged', '2026-11-23T00:00:00.000Z')).toBe(
      '现在没开，周一放不放假还不知道，开不开请先问清楚',
    )
  })

  it.each([
    ['2026-05-04', '2026-05-06', '5月4日至6日休息：停电检修'],
    ['2026-05-04', '2026-05-04', '5月4日休息：停电检修'],
    ['2026-04-30', '2026-05-02', '4月30日至5月2日休息：停电检修'],
    ['2026-05-04', '2027-05-06', '5月4日至5月6日休息：停电检修'],
  ])('says when it stays closed, %s to %s', (from, to, words) =>
    expect(closureWord({ from, to, reason: '停电检修' })).toBe(words),
  )

  it('tells a week in as few lines as it needs', () => {
    const day = (weekday: number, ...spans: string[]) => ({ weekday, spans })
    const week = [
      ...[1, 2, 3, 4, 5].map((n) => day(n, '08:00-11:30', '13:00-17:00')),
      day(6, '09:00-12:00'),
      day(7),
    ]
    expect(weekRows(week)).toEqual([
      { name: '周一到周五', value: '8:00–11:30，13:00–17:00' },
      { name: '周六', value: '9:00–12:00' },
      { name: '周日', value: '休息' },
    ])
    expect(weekRows([1, 2, 3, 4, 5, 6, 7].map((n) => day(n, '08:00-17:00')))[0]?.name).toBe('每天')
  })
})

describe('sentences', () => {
  it.each([...errorCodes, 'OFFLINE', 'NO_REPLY'] as const)(
    '%s is a full sentence that shows no code',
    (code) => {
      expect(sentences[code]).toMatch(/。$/)
      expect(sentences[code]).not.toMatch(/[A-Z_]{3,}|！/)
    },
  )
})

test('a code that is newer than the phone has a sentence too, where something was done as where it was loaded', () => {
  const error = new CallError('NEWER_THAN_THIS_PHONE' as ErrorCode) // as a cloud of next year answers
  for (const said of [sentenceFor(error), sentenceForLoading(error)]) {
    expect(said).toMatch(/退出小程序，再打开一次.*。$/)
    expect(said).not.toMatch(/undefined|[A-Z_]{3,}/)
  }
})

describe('pinsAround', () => {
  const here = { lng: 117, lat: 31 }
  const at = (lng: number, lat: number, walkMinutes = 10) =>
    aNearbyStation({ place: { lng, lat }, walkMinutes })

  it('draws north above and east to the right', () => {
    const [north, east] = pinsAround(here, [at(117, 31.01), at(117.01, 31)])
    expect(north).toMatchObject({ number: 1, direction: '北', x: 50 })
    expect(north?.y).toBeLessThan(50)
    expect(east).toMatchObject({ number: 2, direction: '东', y: 50 })
    expect(east?.x).toBeGreaterThan(50)
  })

  it('never draws one pin over another, and keeps the far ones on the map', () => {
    const pins = pinsAround(here, [at(117.01, 31), at(117.0101, 31), at(117.0102, 31), at(118, 31, 900)])
    for (const pin of pins) expect(Math.hypot(pin.x - 50, pin.y - 50)).toBeLessThanOrEqual(46)
    const gaps = pins.flatMap((a) =>
      pins.filter((b) => b.number > a.number).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
    )
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13)
  })
})

describe('visitWord', () => {
  const report = (outcome: 'well' | 'noAnswer' | 'emergency') => aReport({ outcome })
  const calm = { earlierReports: [], settlings: [], alarm: null }

  it.each([
    ['reported', report('well'), '看过了', 'ok'],
    ['reported', report('noAnswer'), '没人应门', 'bad'],
    ['reported', report('emergency'), '紧急', 'bad'],
    ['closed', report('emergency'), '结束了', 'plain'],
    ['open', null, '等人接', 'wait'],
  ] as const)('of one that is %s with %o is %s', (state, found, word, kind) => {
    expect(visitWord({ ...calm, state, report: found })).toEqual({ word, kind })
  })

  it('is of what calls for somebody still, whatever was seen since', () => {
    const earlierReports = [{ ...aReport({ outcome: 'needsFound' }), at: '2026-11-21T06:00:00.000Z' }]
    const visit = { ...calm, state: 'reported', report: report('well'), earlierReports } as const
    expect(visitWord({ ...visit, alarm: 'needsFound' })).toEqual({ word: '有事要帮', kind: 'wait' })
    expect(visitWord(visit)).toEqual({ word: '看过了', kind: 'ok' })
  })
})
