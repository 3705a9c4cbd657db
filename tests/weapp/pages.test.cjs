const { join } = require('node:path')
const { excesses } = require('./limits.cjs')
const { aPhone, putAway } = require('./phone.cjs')
const { MOTHER, PROJECT, STATION, aTown } = require('./town.cjs')

let town
let day
let phone
beforeAll(async () => {
  town = await aTown()
  day = await aDay(town)
})
afterAll(async () => {
  putAway()
  await town.close()
})

/** Something of everything; the ids that pages are opened with. */
async function aDay({ act, stored, upload }) {
  const sittings = await act('o-li-min', 'meals.sittings', { stationId: STATION, date: '2026-11-23' })
  const book = (openid, { id, sets }, mode) =>
    act(openid, 'meals.book', { sittingId: id, setId: sets[0].id, mode, elderId: MOTHER })
  const order = await book('o-li-min', sittings[0], 'dineIn')
  await book('o-wang-xiuying', sittings[1], 'delivery')

  const [mother, ...others] = (await stored('elders')).filter(({ townId }) => townId === 't-changjiang')
  const request = async ({ id }) => {
    const wish = { elderId: id, urgency: 'urgent', reason: '电话没人接', when: 'now' }
    return (await act('o-zhou-lin', 'visits.request', wish)).id
  }
  const [visitId, reported, taskId] = [
    await request(mother),
    await request(others[0]),
    await request(others[1]),
  ]
  for (const move of ['claim', 'arrive']) await act('o-zhao-qiang', `visits.${move}`, { visitId: reported })
  await act('o-zhao-qiang', 'visits.report', { visitId: reported, outcome: 'noAnswer', note: '敲了三遍' })
  await act('o-zhao-qiang', 'visits.claim', { visitId: taskId })
  const applicationId = await anApplication({ act, upload })
  const pairId = await motherAgain({ act, stored })
  return { orderId: order.id, visitId, taskId, applicationId, pairId, choice: choiceOf(order) }
}

/** The mother, registered a second time by somebody who has not heard of it. */
async function motherAgain({ act, stored }) {
  const { name, birthDate, sex, building, living } = (await stored('elders')).find(({ id }) => id === MOTHER)
  const elder = { name, birthDate, sex, building, living }
  const wish = { elder, stationId: STATION, relation: 'son', name: '王强' }
  const { elderId } = await act('o-guest', 'people.registerKin', wish)
  return [elderId, MOTHER].sort().join('_')
}

/** The daughter asks that her mother be recognised. */
async function anApplication({ act, upload }) {
  const { path } = await act('o-li-min', 'eligibility.startDocument', { elderId: MOTHER })
  const { fileID: fileId } = await upload('o-li-min', path)
  const documents = [{ path, fileId, label: '身份证' }]
  const wish = { elderId: MOTHER, category: 'basicCareRecipient', documents }
  return (await act('o-li-min', 'eligibility.apply', wish)).id
}

const choiceOf = ({ sittingId, setId, mode, elderId }) => ({ sittingId, setId, mode, elderId })
const ofMother = () => ({ elderId: MOTHER })
const atStation = () => ({ stationId: STATION })
const nothing = () => ({})
const ofApplication = () => ({ applicationId: day.applicationId })

const address = (page, params) =>
  `${page}?${Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

/** Page, who looks, params, and words that are there once it has loaded. */
const scenes = [
  ['pages/home/index', 'o-wang-xiuying', nothing, '附近驿站'],
  ['pages/home/index', 'o-zhang-jing', nothing, '附近驿站'],
  ['pages/bookings/index', 'o-li-min', nothing, '接下来'],
  ['pages/me/index', 'o-chen-jianguo', nothing, '字的大小'],
  ['pages/stations/index', 'o-li-min', ofMother, '长江路社区养老驿站'],
  [
    'pages/station/index',
    'o-li-min',
    () => ({ ...atStation(), way: '从妈妈家走 6 分钟' }),
    '从妈妈家走 6 分钟',
  ],
  ['pages/meal/index', 'o-li-min', ofMother, '看看订的那一份'],
  ['pages/meal/index', 'o-chen-jianguo', nothing, '下一步：看价钱'],
  ['pages/confirm/index', 'o-li-min', () => day.choice, '请看一看，对不对？'],
  ['pages/booked/index', 'o-li-min', () => ({ orderId: day.orderId }), '交给驿站了，还没确认'],
  ['pages/visit-request/index', 'o-li-min', ofMother, '先选是什么事'],
  ['pages/visit/index', 'o-li-min', () => ({ visitId: day.visitId }), '请人看妈妈'],
  ['packages/staff/queue/index', 'o-zhang-jing', atStation, '待确认'],
  ['packages/staff/book-for/index', 'o-zhang-jing', atStation, '先找到这位老人'],
  ['packages/staff/register/index', 'o-zhang-jing', atStation, '先写是谁'],
  ['packages/staff/elder/index', 'o-zhang-jing', () => ({ ...atStation(), ...ofMother() }), '证件核对过'],
  ['packages/staff/asked/index', 'o-zhang-jing', atStation, '先问老人愿不愿意'],
  ['packages/staff/numbers/index', 'o-zhang-jing', atStation, '没有重复的身份证号'],
  ['packages/staff/roster/index', 'o-lin-fang', atStation, '拿名册做什么'],
  ['packages/staff/team/index', 'o-lin-fang', nothing, '邀请一位'],
  ['packages/staff/alike/index', 'o-zhang-jing', nothing, '见过的老人在前面'],
  ['packages/staff/pair/index', 'o-zhang-jing', () => ({ pairId: day.pairId }), '不是同一位'],
  ['packages/kitchen/menu/index', 'o-lin-fang', nothing, '这份菜单不归您写'],
  ['packages/kitchen/menu/index', 'o-tao-rong', nothing, '这一周的菜单已经发了，老人能订。'],
  ['packages/planning/misfits/index', 'o-lin-fang', nothing, '订餐都对得上'],
  ['packages/planning/plans/index', 'o-lin-fang', nothing, '公布到'],
  ['packages/planning/closures/index', 'o-lin-fang', nothing, '加不开门的日子'],
  ['packages/office/settlement/index', 'o-sun-hui', nothing, '这个月没有记录'],
  ['packages/office/flags/index', 'o-zhou-lin', nothing, '都对得上'],
  ['packages/office/policies/index', 'o-sun-hui', nothing, '正在用'],
  ['packages/office/reviews/index', 'o-zhou-lin', nothing, '先到期的在前面'],
  ['packages/office/review/index', 'o-zhou-lin', ofApplication, '开始看'],
  [
    'packages/benefits/apply/index',
    'o-chen-jianguo',
    () => ({ elderId: 'e-chen-jianguo', category: 'extremePoverty' }),
    '先把这几样找出来',
  ],
  ['packages/benefits/application/index', 'o-li-min', ofApplication, '等工作人员看材料'],
  ['packages/benefits/ask/index', 'o-guest', nothing, '今年多大岁数？'],
  ['packages/benefits/mine/index', 'o-li-min', ofMother, '妈妈能享受什么'],
  ['packages/helper/visits/index', 'o-zhao-qiang', nothing, '我接下的'],
  ['packages/helper/visits/index', 'o-zhou-lin', nothing, '要马上管的'],
  ['packages/helper/report/index', 'o-zhao-qiang', () => ({ visitId: day.taskId }), '先选见到什么'],
  ['packages/family/join/index', 'o-guest', nothing, '您的邀请码是多少？'],
  ['packages/family/register/index', 'o-guest', () => ({ for: 'me' }), '您叫什么名字？'],
  ['packages/family/ask/index', 'o-guest', nothing, '想替哪位老人办？'],
  ['packages/family/circle/index', 'o-wang-xiuying', nothing, '能替您办的人'],
  ['packages/family/log/index', 'o-wang-xiuying', nothing, '为您订了'],
  ['packages/family/file/index', 'o-wang-xiuying', nothing, '出事找谁'],
  ['packages/family/card/index', 'o-wang-xiuying', nothing, '您的服务卡'],
  ['packages/family/privacy/index', 'o-wang-xiuying', nothing, '登记和办事'],
]

/** A thing to tap of which a reader does not say what it is or what it is called. */
const isMute = ({ attributes, words }) =>
  /\btap\b/.test(attributes.class) && !(attributes['aria-role'] && (attributes['aria-label'] || words))

describe('a page of the mini program', () => {
  it('is opened below, whichever it is', () => {
    const { pages, subPackages } = require(join(PROJECT, 'dist/weapp/app.json'))
    const all = [
      ...pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ]
    expect([...new Set(scenes.map(([page]) => page))].sort()).toEqual(all.sort())
  })

  it.each(scenes)('%s of %s stays light, and nothing to tap is mute', async (page, openid, params, words) => {
    phone = aPhone(town, openid)
    await phone.open(address(page, params()))
    expect(phone.text()).toContain(words)
    expect(excesses(phone.shown())).toEqual([])
    expect(phone.page().filter(isMute)).toEqual([])
  })
})

/** As long as the contract lets people write. */
const REASON = '老人昨天晚上说头有点晕，今天早上打了六次电话都没有接，邻居说没看见她出门。'
  .repeat(6)
  .slice(0, 200)
const NOTE = '敲了三遍门才听见，老人耳朵不好，助听器没电了，药吃完了，厨房的灯不亮。'.repeat(15).slice(0, 500)

/** As many as one reply holds, each like the pattern but for what `over` says. */
const many = (count, pattern, over) =>
  Array.from({ length: count }, (_, nth) => ({ ...pattern, ...over(nth), id: `${pattern.id}-${nth}` }))

describe('the longest list', () => {
  const flag = {
    id: 'f',
    elderId: MOTHER,
    elderName: '王秀英',
    stationName: '长江路社区养老驿站',
    date: '2026-11-22',
    slot: 'lunch',
    about: '2026-11-18',
    state: 'open',
    at: '2026-11-22T06:00:00.000Z',
    closed: null,
  }
  const owed = { payer: 'district', label: '基本养老服务对象补贴', meals: 90, amount: 45000 }
  const report = {
    outcome: 'noAnswer',
    note: NOTE,
    isHeld: false,
    ambulanceCalled: null,
    at: '2026-11-23T00:00:00.000Z',
    by: '赵强',
  }
  const settling = {
    note: NOTE.slice(0, 100),
    at: report.at,
    by: { name: '张静', role: 'clerk', relation: null, channel: 'app' },
  }
  const reported = {
    state: 'reported',
    alarm: 'noAnswer',
    reason: REASON,
    report,
    earlierReports: [report, report],
    settlings: [settling, settling],
  }
  const calm = { ...reported, alarm: null, report: { ...report, outcome: 'well' } }
  const lists = [
    {
      title: 'of orders that wait',
      see: ['packages/staff/queue/index', 'o-zhang-jing', '全部确认'],
      action: 'meals.queue',
      of: ([order]) => many(30, order, () => ({ state: 'placed' })),
    },
    {
      title: 'of orders that were not taken',
      see: ['packages/staff/queue/index', 'o-zhang-jing', '没有等确认的'],
      action: 'meals.queue',
      of: ([order]) => many(30, order, () => ({ state: 'refused', reason: REASON })),
      tap: '其他 30',
    },
    {
      title: 'of orders to be ticked off',
      see: ['packages/staff/queue/index', 'o-zhang-jing', '没有等确认的'],
      action: 'meals.queue',
      of: ([order]) =>
        many(30, order, () => ({ state: 'confirmed', cancelUntil: '2026-11-30T00:00:00.000Z' })),
      tap: '已确认 30',
    },
    {
      title: 'of what does not fit together',
      see: ['packages/office/flags/index', 'o-zhou-lin', '再看更多'],
      action: 'supervision.flags',
      of: () => many(40, flag, (nth) => ({ kind: nth % 2 ? 'inHospital' : 'twoStations' })),
    },
    {
      title: 'of what is owed',
      see: ['packages/office/settlement/index', 'o-sun-hui', '对一对账'],
      action: 'supervision.settlement',
      of: (month) => ({
        ...month,
        control: { ...month.control, records: 900, served: 900 },
        owed: many(40, owed, (nth) => ({ rule: `rule-${nth}`, to: nth % 2 ? 'elder' : 'operator' })),
      }),
    },
    {
      title: 'of doors to go to',
      see: ['packages/helper/visits/index', 'o-zhao-qiang', '要马上管的'],
      action: 'visits.queue',
      of: (queue) => ({
        ...queue,
        visits: many(12, queue.visits[0] ?? queue.mine[0], () => ({ reason: REASON })),
      }),
    },
    {
      title: 'of reports to read',
      see: ['packages/helper/visits/index', 'o-zhou-lin', '办妥了'],
      action: 'visits.queue',
      of: (queue) => ({ ...queue, visits: many(12, queue.visits[0] ?? queue.mine[0], () => reported) }),
    },
    {
      title: 'of reports of both kinds',
      see: ['packages/helper/visits/index', 'o-zhou-lin', '再看更多'],
      action: 'visits.queue',
      tap: '再看更多，还有 6 个',
      of: (queue) => ({
        ...queue,
        visits: many(12, queue.visits[0] ?? queue.mine[0], (nth) => (nth < 6 ? reported : calm)),
      }),
    },
    {
      title: 'of visits, among the meals,',
      see: ['pages/bookings/index', 'o-li-min', '再看更多'],
      action: 'visits.mine',
      of: ({ visits: [visit] }) => ({ visits: many(12, visit, () => reported), next: null }),
    },
    {
      title: 'of people near an elder',
      see: ['packages/family/circle/index', 'o-wang-xiuying', '能替您办的人'],
      action: 'people.circle',
      of: ({ elderId, members: [member] }) => {
        const scopes = ['view', 'order', 'health', 'log']
        const states = ['asked', 'granted', 'granted', 'revoked']
        const invitation = { id: '1', scopes, relation: 'son', expiresAt: '2026-11-30T00:00:00.000Z' }
        return {
          elderId,
          members: many(40, member, (nth) => ({ scopes, state: states[nth % 4], words: REASON })),
          invitations: many(20, invitation, (nth) => ({ code: String(10_000_000 + nth) })),
        }
      },
    },
    {
      title: 'of who did what',
      see: ['packages/family/log/index', 'o-wang-xiuying', '看更早的'],
      action: 'people.log',
      of: ([line]) => many(30, line, () => ({ reason: REASON })),
    },
    {
      title: 'of meals',
      see: ['pages/bookings/index', 'o-li-min', '再看更多'],
      action: 'meals.mine',
      of: ([order]) => many(30, order, () => ({ reason: REASON })),
    },
  ]

  it.each(lists)('$title stays light', async ({ see: [page, openid, words], action, of, tap }) => {
    const send = async (from, area, body) => {
      const reply = await town.send(from, area, body)
      if (`${area}.${body.action}` !== action) return reply
      return { ...reply, data: body.input.after ? [] : of(reply.data) }
    }
    phone = aPhone({ ...town, send }, openid)
    await phone.open(address(page, atStation()))
    expect(phone.text()).toContain(words)
    expect(excesses(phone.shown())).toEqual([])
    if (!tap) return

    const before = phone.shown().updates.length
    phone.tap(tap)
    await phone.settled()
    const { dom, updates } = phone.shown()
    expect(excesses({ dom, updates: updates.slice(before) })).toEqual([])
  })
})
