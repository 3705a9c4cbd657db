import type { LogLine } from '#types/people/privacy'
import { logSentence } from '@/services/log-words'
import { everyAction } from '../../every-action'
import { now } from '../builders'

const reader = { today: '2026-11-21', elderWord: '您' }

const aLine = (over: Partial<LogLine> = {}): LogLine => ({
  id: 'l-1',
  at: now,
  name: '李敏',
  role: 'family',
  relation: 'daughter',
  isMine: false,
  action: 'meals.book',
  about: null,
  ref: 'st-changjiang_2026-11-22_lunch_e-wang',
  reason: null,
  channel: 'app',
  ...over,
})

const clerk = { name: '张静', role: 'clerk', relation: null } as const
const helper = { name: '赵强', role: 'volunteer', relation: null } as const
const cook = { name: '陶荣', role: 'kitchen', relation: null } as const
const herself = { name: '王秀英', role: 'elder', relation: null, isMine: true } as const

const table: [action: string, over: Partial<LogLine>, words: string][] = [
  ['meals.book', {}, '女儿李敏 为您订了明天的午餐'],
  ['meals.book', herself, '您订了明天的午餐'],
  ['meals.book', { ref: 'st-1_2026-12-03_dinner_e-wang' }, '女儿李敏 为您订了12月3日的晚餐'],
  ['meals.book', { ref: 'something' }, '女儿李敏 为您订了一餐'],
  ['meals.bookFor', { ...clerk, channel: 'phone' }, '驿站工作人员张静 为您订了明天的午餐'],
  [
    'meals.cancel',
    { ref: 'st-1_2026-11-21_dinner_e-wang', reason: '有事' },
    '女儿李敏 为您取消了今天的晚餐，因为：有事',
  ],
  ['meals.confirm', clerk, '驿站工作人员张静 确认了您明天的午餐'],
  ['meals.confirmMany', clerk, '驿站工作人员张静 确认了您明天的午餐'],
  ['meals.refuse', { ...clerk, reason: '厨房停电' }, '驿站工作人员张静 没有接您明天的午餐，因为：厨房停电'],
  ['meals.refuse', { ...clerk, ref: 'x' }, '驿站工作人员张静 没有接您的一餐'],
  ['meals.switchMode', { about: 'takeAway' }, '女儿李敏 为您换了明天的午餐的吃法'],
  ['meals.changeSet', { about: '素什锦套餐' }, '女儿李敏 为您把明天的午餐换成了素什锦套餐'],
  ['meals.serve', clerk, '驿站工作人员张静 记下您明天的午餐吃过了'],
  [
    'meals.unserve',
    { ...clerk, reason: '点错了' },
    '驿站工作人员张静 改正了记录：您明天的午餐没有吃，因为：点错了',
  ],
  ['meals.toldDishes', clerk, '驿站工作人员张静 和家里说了您明天的午餐换菜的事'],
  ['meals.agreeTime', clerk, '驿站工作人员张静 和家里说好，改了您明天的午餐的时间'],
  ['meals.ring', { ...clerk, about: 'phone' }, '驿站工作人员张静 为您明天的午餐要了您的电话，好打电话'],

  ['meals.changePlan', { ...clerk, role: 'manager' }, '站长张静 改了驿站的供餐安排'],
  [
    'meals.close',
    { ...clerk, role: 'manager', reason: '修水管' },
    '站长张静 定了驿站不开门的日子，因为：修水管',
  ],
  ['meals.reopen', { ...clerk, role: 'manager' }, '站长张静 让驿站提前恢复开门'],

  ['meals.saveMenu', cook, '厨房陶荣 写了菜单'],
  ['meals.startDishPhoto', cook, '厨房陶荣 拍了一张菜的照片'],
  ['meals.keepDishPhoto', cook, '厨房陶荣 传了一张菜的照片'],
  ['meals.copyMenu', cook, '厨房陶荣 照另一周写了菜单'],
  ['meals.publishMenu', cook, '厨房陶荣 发了菜单'],
  ['meals.setSoldOut', cook, '厨房陶荣 记下了一份套餐卖完没有'],
  ['meals.changeOrderedSet', { ...cook, reason: '没买到鱼' }, '厨房陶荣 换了有人订的套餐，因为：没买到鱼'],

  ['visits.request', { ref: 'v-1', reason: '电话没人接' }, '女儿李敏 请人上门看看您，因为：电话没人接'],
  ['visits.request', { ...herself, ref: 'v-1' }, '您请人上门看看'],
  ['visits.cancel', { ref: 'v-1' }, '女儿李敏 为您取消了上门看望'],
  ['visits.claim', helper, '志愿者赵强 答应上门看您'],
  ['visits.arrive', helper, '志愿者赵强 到了您门口'],
  ['visits.release', helper, '志愿者赵强 把上门看您的事让给别人'],
  ['visits.report', helper, '志愿者赵强 写了上门看您的结果'],
  ['visits.close', { ref: 'v-1' }, '女儿李敏 结束了上门看您的这一次'],

  ['people.registerSelf', herself, '您做了登记'],
  ['people.registerKin', {}, '女儿李敏 为您做了登记'],
  ['people.registerAt', clerk, '驿站工作人员张静 为您做了登记'],
  ['people.correct', { about: 'building,room' }, '女儿李敏 改了您的住址、门牌号'],
  ['people.correct', { ...herself, about: 'allergies,diet' }, '您改了自己的过敏、忌口'],
  ['people.correct', {}, '女儿李敏 改了您的资料'],
  [
    'people.verify',
    { ...clerk, about: 'categories', reason: '低保证' },
    '驿站工作人员张静 看了您的证件，记下了身份类别，因为：低保证',
  ],
  [
    'people.reveal',
    { ...clerk, about: 'phone', reason: '送餐找不到门' },
    '驿站工作人员张静 看了您的电话，因为：送餐找不到门',
  ],
  ['people.reveal', { ...clerk, about: 'contacts' }, '驿站工作人员张静 看了您的紧急联系人'],
  ['people.reveal', { ...clerk, about: 'idNumber' }, '驿站工作人员张静 看了您的身份证号'],
  ['people.reveal', { ...herself, about: 'address', reason: '自己查看' }, '您看了自己的住址'],
  ['people.setAbsences', { about: 'absences' }, '女儿李敏 记下您什么时候不在家'],
  [
    'people.recordDeath',
    { ...clerk, about: 'death', reason: '家属来说的' },
    '驿站工作人员张静 记下您过世了，因为：家属来说的',
  ],
  [
    'people.undoDeath',
    { ...clerk, about: 'death', reason: '记成了别人' },
    '驿站工作人员张静 改正了记录：您还健在，因为：记成了别人',
  ],
  ['people.move', { ...clerk, about: 'building' }, '驿站工作人员张静 为您换了驿站和住址'],
  [
    'people.verify',
    { ...clerk, about: 'others' },
    '驿站工作人员张静 核对了身份证号：这个号码不止一份登记在用，您的登记先空着。带上身份证到驿站，看过名字和号码就补上',
  ],
  [
    'people.registerAt',
    { ...clerk, about: 'others' },
    '驿站工作人员张静 核对了身份证号：这个号码不止一份登记在用，您的登记先空着。带上身份证到驿站，看过名字和号码就补上',
  ],
  [
    'people.settleNumber',
    { ...clerk, about: 'hers', reason: '身份证' },
    '驿站工作人员张静 看了您的证件，定下了身份证号是谁的，因为：身份证',
  ],
  [
    'people.settleNumber',
    { ...clerk, about: 'others' },
    '驿站工作人员张静 核对了身份证号：这个号码不止一份登记在用，您的登记先空着。带上身份证到驿站，看过名字和号码就补上',
  ],
  [
    'people.undoSettling',
    { ...clerk, about: 'others' },
    '驿站工作人员张静 把身份证号又写回了您的登记，是谁的还要再核对',
  ],
  [
    'people.undoSettling',
    { ...clerk, about: 'hers' },
    '驿站工作人员张静 撤回了您的身份证核对，是谁的还要再核对',
  ],
  ['people.join', clerk, '驿站工作人员张静 把您的两份登记合成了一份'],
  ['people.setApart', clerk, '驿站工作人员张静 记下了另一份登记不是您的'],
  ['people.undoJoin', clerk, '驿站工作人员张静 把您的两份登记又分开了'],
  ['people.sharedNumbers', clerk, '驿站工作人员张静 核对身份证号时看了您的登记'],
  ['people.renewCard', clerk, '驿站工作人员张静 为您换了一张服务卡'],

  ['people.find', { ...clerk, about: 'card' }, '驿站工作人员张静 看到了您的服务卡'],

  ['people.ask', { about: '李敏' }, '女儿李敏 想替您办事，问同不同意'],
  ['people.grant', { ...herself, about: '李敏' }, '您同意李敏代办'],
  ['people.grant', { ...clerk, about: '李敏' }, '驿站工作人员张静 为您记下：同意李敏代办'],
  ['people.decline', { ...herself, about: '王浩' }, '您没有同意王浩代办'],
  ['people.declineRest', { ...herself, about: '王浩' }, '您没有同意王浩代办'],
  ['people.revoke', { ...herself, about: '李敏' }, '您不再让李敏代办'],
  ['people.revoke', { about: '李敏' }, '女儿李敏 不再替您办事'],
  ['people.invite', { ...herself, about: 'family' }, '您开了一个邀请家人的码'],
  ['people.uninvite', { ...herself, about: 'family' }, '您收回了一个邀请码'],
  ['people.invite', { ...clerk, about: 'self' }, '驿站工作人员张静 开了一个码，好在您自己的手机上用'],
  ['people.accept', { about: 'family' }, '女儿李敏 用邀请码进来，能替您办事了'],
  ['people.accept', { ...herself, about: 'self' }, '您在自己的手机上用上了银龄驿'],
  ['people.consent', { ...herself, about: 'health:given' }, '您同意“身体和饮食”'],
  ['people.consent', { ...herself, about: 'category:withdrawn' }, '您不再同意“身份类别和补贴”'],
  ['people.consent', { ...clerk, about: 'location:given' }, '驿站工作人员张静 为您记下：同意“住处的位置”'],
  ['people.consent', { ...herself, about: null }, '您改了一项同意'],
  ['people.erase', herself, '您注销了自己的登记'],
  ['people.leave', {}, '女儿李敏 不再用银龄驿了'],
  ['people.inviteStaff', { ...clerk, role: 'manager' }, '站长张静 邀请了一位工作人员'],
  ['people.advance', { ...clerk, role: 'manager' }, '站长张静 办了一步上岗的手续'],
  ['people.certify', { ...clerk, role: 'manager' }, '站长张静 登记了一张证件'],
  ['people.startFrom', { ...clerk, role: 'volunteer' }, '志愿者张静 说了平时从哪里出发'],
  ['people.seen', herself, '您看过了消息'],
  ['people.granted', herself, '您同意了收消息'],

  ['eligibility.startDocument', {}, '女儿李敏 为您拍了一张证件'],
  ['eligibility.apply', { ref: 'e-wang_lowIncome' }, '女儿李敏 为您申请认定身份类别'],
  ['eligibility.withdraw', herself, '您撤回了一份申请'],
  ['eligibility.take', { ...clerk, role: 'coordinator' }, '养老生活协调员张静 开始看您的申请'],
  [
    'eligibility.decide',
    { ...clerk, role: 'coordinator', reason: '材料齐全' },
    '养老生活协调员张静 对您的申请做了决定，因为：材料齐全',
  ],
  ['eligibility.documents', { ...clerk, role: 'coordinator' }, '养老生活协调员张静 看了您的申请里的照片'],
  ['eligibility.savePolicy', { ...clerk, role: 'supervisor' }, '监管人员张静 存了一份政策'],
  ['supervision.closeFlag', { ...clerk, role: 'supervisor' }, '监管人员张静 核对了您的一次用餐'],
  ['supervision.closeMismatches', { ...clerk, role: 'supervisor' }, '监管人员张静 看过了夜里查到的问题'],

  ['people.find', clerk, '驿站工作人员张静 在别的驿站找到了您的登记'],
  ['people.file', clerk, '驿站工作人员张静 看了您的资料'],
  ['people.copy', { ...clerk, about: 'meals' }, '驿站工作人员张静 看了一份您的订餐记录'],
  ['people.copy', herself, '您看了一份自己的全部资料'],
  [
    'people.roster',
    { ...clerk, role: 'manager', reason: '民政检查' },
    '站长张静 拿了驿站的名册，里面有您，因为：民政检查',
  ],
  ['care.start', clerk, '驿站工作人员张静 为您办了一件事'],
]

describe('logSentence', () => {
  it.each(table)('%s %#', (action, over, words) =>
    expect(logSentence(aLine({ action, ...over }), reader)).toBe(words),
  )

  it('has words for everything that changes something', () => {
    const writing = everyAction.flatMap(([name, action]) => (action.writes ? [name] : []))
    const worded = new Set(table.map(([action]) => action))
    expect(writing.filter((action) => !worded.has(action))).toEqual([])
  })

  it('speaks of the elder as her daughter does', () => {
    const mother = { ...reader, elderWord: '妈妈' }
    const mine = aLine({ isMine: true })
    expect(logSentence(mine, mother)).toBe('您为妈妈订了明天的午餐')
    expect(logSentence(aLine({ ...clerk, action: 'people.file' }), mother)).toBe(
      '驿站工作人员张静 看了妈妈的资料',
    )
    const own = aLine({ ...herself, isMine: false, relation: 'self', action: 'people.grant', about: '王浩' })
    expect(logSentence(own, mother)).toBe('王秀英 同意王浩代办')
  })
})
