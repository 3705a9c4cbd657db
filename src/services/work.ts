import type { HeldRole } from '#types/people'
import { roleWord } from '#types/words/roles'

/** A way into a sub-package for somebody who works here. */
interface Work {
  title: string
  hint: string
  icon:
    | 'clipboard-list'
    | 'door-open'
    | 'user-plus'
    | 'search'
    | 'message-circle-heart'
    | 'users'
    | 'briefcase'
    | 'calendar-days'
    | 'shield-check'
    | 'soup'
    | 'utensils'
  page:
    | 'packages/staff/queue'
    | 'packages/staff/register'
    | 'packages/staff/elder'
    | 'packages/staff/asked'
    | 'packages/staff/numbers'
    | 'packages/staff/roster'
    | 'packages/staff/team'
    | 'packages/staff/alike'
    | 'packages/office/reviews'
    | 'packages/office/settlement'
    | 'packages/office/flags'
    | 'packages/office/policies'
    | 'packages/helper/visits'
    | 'packages/kitchen/menu'
    | 'packages/planning/misfits'
    | 'packages/planning/plans'
    | 'packages/planning/closures'
  params: { stationId?: string; kitchenId?: string }
  /** What is done many times a day; the rest can be found in 我的. */
  isDaily: boolean
}

/**
 * The ways that these roles open, each once: for every station worked at its orders, then its elders; then the doors, where
 * those who answer for a place also read what was found; then the people who work. What they may really do there, the cloud
 * decides.
 */
export function workOf(roles: readonly HeldRole[]): Work[] {
  const clerks = byStation(roles.filter(isClerk))
  const managers = byStation(roles.filter(({ role }) => role === 'manager'))
  return [
    ...menusOf(roles),
    ...clerks.flatMap(atCounter),
    ...doorsOf(roles),
    ...clerks.flatMap(aroundElders),
    ...alikeOf(roles),
    ...managers.map(rosterOf),
    ...managers.flatMap(planningOf),
    ...managers.map(ownMenuOf),
    ...reviewsOf(roles),
    ...peopleOf(roles),
    ...settlingOf(roles),
  ]
}

/** A role whose pages are still to come, where nothing else can be done either; null when there is none. */
export function waitingRole(roles: readonly HeldRole[]): string | null {
  const held = roles.find(({ role }) => role === 'careWorker')
  return held && workOf(roles).length === 0 ? roleWord[held.role] : null
}

/** 长江路社区养老驿站 工作人员 */
const whereAndWhat = ({ role, orgName }: HeldRole) =>
  orgName ? `${orgName} ${roleWord[role]}` : roleWord[role]

const isClerk = ({ role }: HeldRole) => role === 'clerk' || role === 'manager'

const byStation = (roles: readonly HeldRole[]): HeldRole[] => [
  ...new Map(roles.map((held) => [held.stationId, held])).values(),
]

/** Where menus are written: each kitchen that one cooks in. */
const menusOf = (roles: readonly HeldRole[]): Work[] =>
  roles
    .filter(({ role }) => role === 'kitchen')
    .map((held) => ({
      title: '菜单',
      hint: whereAndWhat(held),
      icon: 'soup',
      page: 'packages/kitchen/menu',
      params: { kitchenId: held.kitchenId },
      isDaily: true,
    }))

/** What a station serves, and who does not fit it: for its manager. */
function planningOf({ stationId, orgName }: HeldRole): Work[] {
  const params = { stationId }
  return [
    {
      title: '对不上的订餐',
      hint: '订了，可是坐不下或者不供了的',
      icon: 'calendar-days',
      page: 'packages/planning/misfits',
      params,
      isDaily: false,
    },
    {
      title: '供餐安排',
      hint: orgName ? `${orgName}哪天供餐，几点，多少座位` : '哪天供餐，几点，多少座位',
      icon: 'utensils',
      page: 'packages/planning/plans',
      params,
      isDaily: false,
    },
    {
      title: '不开门的日子',
      hint: '哪几天休息，大家都看得到',
      icon: 'door-open',
      page: 'packages/planning/closures',
      params,
      isDaily: false,
    },
  ]
}

/** Whether a station has a kitchen of its own, the page finds out. */
const ownMenuOf = ({ stationId }: HeldRole): Work => ({
  title: '菜单',
  hint: '驿站有自己的厨房的，在这里写',
  icon: 'soup',
  page: 'packages/kitchen/menu',
  params: { stationId },
  isDaily: false,
})

function atCounter(held: HeldRole): Work[] {
  const params = { stationId: held.stationId }
  return [
    {
      title: '今天的订单',
      hint: whereAndWhat(held),
      icon: 'clipboard-list',
      page: 'packages/staff/queue',
      params,
      isDaily: true,
    },
    {
      title: '登记老人',
      hint: '当面或者电话里，两分钟登好',
      icon: 'user-plus',
      page: 'packages/staff/register',
      params,
      isDaily: true,
    },
  ]
}

function aroundElders(held: HeldRole): Work[] {
  const params = { stationId: held.stationId }
  return [
    {
      title: '找老人',
      hint: '看登记，改资料，核对证件',
      icon: 'search',
      page: 'packages/staff/elder',
      params,
      isDaily: false,
    },
    {
      title: '想代办的家人',
      hint: '老人没有手机的，在这里答复',
      icon: 'message-circle-heart',
      page: 'packages/staff/asked',
      params,
      isDaily: false,
    },
    {
      title: '身份证号重复的',
      hint: '一个号登记了几位，看了证件再定',
      icon: 'shield-check',
      page: 'packages/staff/numbers',
      params,
      isDaily: false,
    },
  ]
}

/** One person may be registered twice: at a station its clerks say so, at two stations whoever coordinates their town. */
function alikeOf(roles: readonly HeldRole[]): Work[] {
  if (!roles.some((held) => isClerk(held) || held.role === 'coordinator')) return []
  return [
    {
      title: '可能是同一位老人',
      hint: '登记了两次的，核对一下',
      icon: 'users',
      page: 'packages/staff/alike',
      params: {},
      isDaily: false,
    },
  ]
}

const rosterOf = ({ stationId, orgName }: HeldRole): Work => ({
  title: '名册',
  hint: orgName ? `${orgName}的老人，要写用途` : '这家驿站的老人，要写用途',
  icon: 'briefcase',
  page: 'packages/staff/roster',
  params: { stationId },
  isDaily: false,
})

function peopleOf(roles: readonly HeldRole[]): Work[] {
  const directs = roles.some(({ role }) => ['manager', 'coordinator', 'supervisor'].includes(role))
  if (!directs) return []
  return [
    {
      title: '人员',
      hint: '邀请、审核、培训、停用',
      icon: 'users',
      page: 'packages/staff/team',
      params: {},
      isDaily: roles.some(({ role }) => role === 'supervisor'),
    },
  ]
}

/** Applications to look at, for those who decide on them. */
function reviewsOf(roles: readonly HeldRole[]): Work[] {
  if (!roles.some(({ role }) => role === 'coordinator' || role === 'supervisor')) return []
  return [
    {
      title: '认定申请',
      hint: '谁在等答复，先到期的在前面',
      icon: 'clipboard-list',
      page: 'packages/office/reviews',
      params: {},
      isDaily: true,
    },
  ]
}

/** Months, what does not fit, and the rules: for a district; those of a town see what does not fit there. */
function settlingOf(roles: readonly HeldRole[]): Work[] {
  const supervises = roles.some(({ role }) => role === 'supervisor')
  const flags: Work = {
    title: '对不上的地方',
    hint: '两处记录不一样，问一问',
    icon: 'clipboard-list',
    page: 'packages/office/flags',
    params: {},
    isDaily: supervises,
  }
  if (!supervises) return roles.some(({ role }) => role === 'coordinator') ? [flags] : []
  return [
    {
      title: '每月结算',
      hint: '谁该付多少，下载，抽查',
      icon: 'calendar-days',
      page: 'packages/office/settlement',
      params: {},
      isDaily: true,
    },
    flags,
    {
      title: '政策',
      hint: '从哪天到哪天，按什么补',
      icon: 'shield-check',
      page: 'packages/office/policies',
      params: {},
      isDaily: false,
    },
  ]
}

function doorsOf(roles: readonly HeldRole[]): Work[] {
  const page = { icon: 'door-open', page: 'packages/helper/visits', params: {}, isDaily: true } as const
  if (roles.some((held) => isClerk(held) || held.role === 'coordinator')) {
    return [{ ...page, title: '敲门和结果', hint: '谁在等人，见到了什么' }]
  }
  const volunteer = roles.find(({ role }) => role === 'volunteer')
  if (volunteer) return [{ ...page, title: '去敲门', hint: whereAndWhat(volunteer) }]
  if (!roles.some(({ role }) => role === 'supervisor')) return []
  return [{ ...page, title: '没有办完的急事', hint: '过了时间很久，转到您这里的', isDaily: false }]
}
