import type { ActionName } from '#types/api'
import { isCalendarDate } from '#types/days'
import type { Slot } from '#types/meals/sittings'
import type { LogLine } from '#types/people/privacy'
import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { fieldWord } from '#types/words/people/elders/fields'
import { purposeWord } from '#types/words/people/privacy/purposes'
import type { RequestTo } from './cloud'
import { daysBetween, dayWord, monthAndDay } from './dates'
import { actorWord } from './words'

/** Who reads: on which day, and what they call the elder: 您, 妈妈, 王奶奶. */
export interface LogReader {
  today: LocalDate
  elderWord: string
}

/** What an entry is about, in the reader's words. */
interface Entry {
  /** 您, 妈妈 */
  whom: string
  /** 您的, 妈妈的; 自己的 when it was herself. */
  her: string
  /** 为您, 为妈妈; empty when it was herself. */
  forHer: string
  /** 明天的午餐 */
  meal: string
  /** 您明天的午餐 */
  herMeal: string
  /** 电话, 住址、忌口; null when nothing is named that has a word. */
  fields: string | null
  isHerself: boolean
  isAboutActor: boolean
  about: string | null
}

type Say = (entry: Entry) => string

/** Actions that change something: those that take a `key`. One without any input would seem to take every field. */
type Written = {
  [N in ActionName]: string extends keyof RequestTo<N> ? never : 'key' extends keyof RequestTo<N> ? N : never
}[ActionName]

/** Every act that is written down about an elder, behind who did it. Looking is written down as well. */
const said: Record<
  | Written
  | `${'meals' | 'visits'}.ring`
  | 'people.find'
  | 'people.sharedNumbers'
  | 'people.file'
  | 'people.copy'
  | 'people.roster'
  | 'people.sideBySide'
  | 'eligibility.documents',
  Say
> = {
  'meals.book': ({ forHer, meal }) => `${forHer}订了${meal}`,
  'meals.bookFor': ({ forHer, meal }) => `${forHer}订了${meal}`,
  'meals.cancel': ({ forHer, meal }) => `${forHer}取消了${meal}`,
  'meals.confirm': ({ herMeal }) => `确认了${herMeal}`,
  'meals.confirmMany': ({ herMeal }) => `确认了${herMeal}`,
  'meals.refuse': ({ herMeal }) => `没有接${herMeal}`,
  'meals.toldDishes': ({ herMeal }) => `和家里说了${herMeal}换菜的事`,
  'meals.agreeTime': ({ herMeal }) => `和家里说好，改了${herMeal}的时间`,
  'meals.switchMode': ({ forHer, meal }) => `${forHer}换了${meal}的吃法`,
  'meals.changeSet': ({ forHer, meal, about }) => `${forHer}把${meal}换成了${about ?? '另一份'}`,
  'meals.serve': ({ herMeal }) => `记下${herMeal}吃过了`,
  'meals.unserve': ({ herMeal }) => `改正了记录：${herMeal}没有吃`,
  'meals.ring': ({ herMeal, her, fields }) => `为${herMeal}要了${her}${fields ?? '电话'}，好打电话`,
  'meals.changePlan': () => '改了驿站的供餐安排',
  'meals.close': () => '定了驿站不开门的日子',
  'meals.reopen': () => '让驿站提前恢复开门',

  'meals.saveMenu': () => '写了菜单',
  'meals.startDishPhoto': () => '拍了一张菜的照片',
  'meals.keepDishPhoto': () => '传了一张菜的照片',
  'meals.copyMenu': () => '照另一周写了菜单',
  'meals.publishMenu': () => '发了菜单',
  'meals.setSoldOut': () => '记下了一份套餐卖完没有',
  'meals.changeOrderedSet': () => '换了有人订的套餐',

  'visits.request': ({ isHerself, whom }) => (isHerself ? '请人上门看看' : `请人上门看看${whom}`),
  'visits.cancel': ({ forHer }) => `${forHer}取消了上门看望`,
  'visits.claim': ({ whom }) => `答应上门看${whom}`,
  'visits.arrive': ({ whom }) => `到了${whom}门口`,
  'visits.release': ({ whom }) => `把上门看${whom}的事让给别人`,
  'visits.report': ({ whom }) => `写了上门看${whom}的结果`,
  'visits.close': ({ whom }) => `结束了上门看${whom}的这一次`,
  'visits.ring': ({ her, fields }) => `为上门的事要了${her}${fields ?? '电话'}，好打电话`,

  'people.registerSelf': () => '做了登记',
  'people.registerKin': ({ forHer }) => `${forHer}做了登记`,
  'people.registerAt': ({ forHer, her, about }) =>
    about === 'others' ? takenAway(her) : `${forHer}做了登记`,
  'people.correct': ({ her, fields }) => `改了${her}${fields ?? '资料'}`,
  'people.verify': ({ her, fields, about }) =>
    about === 'others' ? takenAway(her) : `看了${her}证件，记下了${fields ?? '身份'}`,
  'people.reveal': ({ her, fields }) => `看了${her}${fields ?? '资料'}`,
  'people.settleNumber': ({ her, about }) =>
    about === 'others' ? takenAway(her) : `看了${her}证件，定下了身份证号是谁的`,
  'people.undoSettling': ({ her, about }) =>
    about === 'others'
      ? `把身份证号又写回了${her}登记，是谁的还要再核对`
      : `撤回了${her}身份证核对，是谁的还要再核对`,
  'people.renewCard': ({ forHer }) => `${forHer}换了一张服务卡`,

  'people.setAbsences': ({ whom }) => `记下${whom}什么时候不在家`,
  'people.recordDeath': ({ whom }) => `记下${whom}过世了`,
  'people.undoDeath': ({ whom }) => `改正了记录：${whom}还健在`,
  'people.move': ({ forHer }) => `${forHer}换了驿站和住址`,

  'eligibility.startDocument': ({ forHer }) => `${forHer}拍了一张证件`,
  'eligibility.apply': ({ forHer, fields }) => `${forHer}申请认定${fields ?? '身份类别'}`,
  'eligibility.withdraw': ({ forHer }) => `${forHer}撤回了一份申请`,
  'eligibility.take': ({ her }) => `开始看${her}申请`,
  'eligibility.decide': ({ her }) => `对${her}申请做了决定`,
  'eligibility.documents': ({ her }) => `看了${her}申请里的照片`,
  'eligibility.savePolicy': () => '存了一份政策',
  'supervision.closeFlag': ({ whom }) => `核对了${whom}的一次用餐`,
  'supervision.closeMismatches': () => '看过了夜里查到的问题',

  'people.ask': ({ whom }) => `想替${whom}办事，问同不同意`,
  'people.grant': ({ forHer, about }) => consented(forHer, `同意${about ?? '家人'}代办`),
  'people.decline': ({ forHer, about }) => consented(forHer, `没有同意${about ?? '家人'}代办`),
  'people.declineRest': ({ forHer, about }) => consented(forHer, `没有同意${about ?? '家人'}代办`),
  'people.revoke': ({ forHer, about, isAboutActor, whom }) =>
    isAboutActor ? `不再替${whom}办事` : consented(forHer, `不再让${about ?? '家人'}代办`),
  'people.invite': ({ forHer, about, whom }) =>
    about === 'self' ? `开了一个码，好在${whom}自己的手机上用` : `${forHer}开了一个邀请家人的码`,
  'people.uninvite': ({ forHer }) => `${forHer}收回了一个邀请码`,
  'people.accept': ({ isHerself, whom }) =>
    isHerself ? '在自己的手机上用上了银龄驿' : `用邀请码进来，能替${whom}办事了`,
  'people.consent': ({ forHer, about }) => consented(forHer, consentWords(about)),
  'people.erase': ({ her }) => `注销了${her}登记`,
  'people.leave': () => '不再用银龄驿了',

  'people.inviteStaff': () => '邀请了一位工作人员',
  'people.advance': () => '办了一步上岗的手续',
  'people.startFrom': () => '说了平时从哪里出发',
  'people.seen': () => '看过了消息',
  'people.granted': () => '同意了收消息',
  'people.certify': () => '登记了一张证件',

  'people.find': ({ her, about }) => (about === 'card' ? `看到了${her}服务卡` : `在别的驿站找到了${her}登记`),
  'people.sharedNumbers': ({ her }) => `核对身份证号时看了${her}登记`,
  'people.file': ({ her }) => `看了${her}资料`,
  'people.copy': ({ her, about }) => `看了一份${her}${copyWord[about ?? ''] ?? '全部资料'}`,
  'people.roster': ({ whom }) => `拿了驿站的名册，里面有${whom}`,
  'people.sideBySide': ({ her }) => `核对了${her}登记是不是登记了两次`,
  'people.join': ({ her }) => `把${her}两份登记合成了一份`,
  'people.setApart': ({ her }) => `记下了另一份登记不是${her}`,
  'people.undoJoin': ({ her, about }) =>
    about === 'apart' ? `收回了“另一份登记不是${her}”` : `把${her}两份登记又分开了`,
}

/** Several were registered with one number: whoever showed the card has it, and of the others nobody knows whose mistake it was. */
const takenAway = (her: string) =>
  `核对了身份证号：这个号码不止一份登记在用，${her}登记先空着。带上身份证到驿站，看过名字和号码就补上`

const copyWord: Record<string, string> = {
  person: '全部资料',
  consents: '同意记录',
  meals: '订餐记录',
  visits: '上门记录',
  log: '办事记录',
}

/**
 * One line of 谁为我办了什么 as a sentence without its end: 女儿李敏 为您订了明天的午餐. Whatever the phone has no words for
 * still reads as a sentence.
 */
export function logSentence(line: LogLine, reader: LogReader): string {
  const say = (said as Partial<Record<string, Say>>)[line.action]
  const entry = entryOf(line, reader)
  const did = say ? say(entry) : `${entry.forHer}办了一件事`
  const isOwnLook = line.action === 'people.reveal' && entry.isHerself
  const why = line.reason && !isOwnLook ? `，因为：${line.reason}` : ''
  return `${whoWord(line)}${did}${why}`
}

function entryOf(line: LogLine, { today, elderWord }: LogReader): Entry {
  const isHerself = line.role === 'elder' || line.relation === 'self'
  const meal = mealIn(line.ref, today)
  return {
    whom: elderWord,
    her: isHerself ? '自己的' : `${elderWord}的`,
    forHer: isHerself ? '' : `为${elderWord}`,
    meal: meal ?? '一餐',
    herMeal: meal ? elderWord + meal : `${elderWord}的一餐`,
    fields: fieldsIn(line.about),
    isHerself,
    isAboutActor: line.about === line.name,
    about: line.about,
  }
}

/** 您; 女儿李敏 and a gap, so that the name stands out of the sentence. */
function whoWord(line: LogLine): string {
  if (line.isMine) return '您'
  if (line.role === 'clerk' && line.relation === null) return `驿站工作人员${line.name} `
  if (line.relation === 'self') return `${line.name} `
  return `${actorWord(line)} `
}

/** The meal that an order's id names: `{station}_{date}_{slot}_{elder}`; null when it is no order's id. */
function mealIn(ref: string, today: LocalDate): string | null {
  const [, date = '', slot = ''] = ref.split('_')
  const word = slotWord[slot as Slot] as string | undefined
  if (!isCalendarDate(date) || !word) return null
  const isNear = Math.abs(daysBetween(today, date)) <= 1
  return `${isNear ? dayWord(date, today) : monthAndDay(date)}的${word}`
}

function fieldsIn(about: string | null): string | null {
  const words = (about ?? '')
    .split(/[\s,，、]+/)
    .flatMap((field) => (fieldWord as Partial<Record<string, string>>)[field] ?? [])
  return words.length > 0 ? [...new Set(words)].join('、') : null
}

/** A yes or no that somebody wrote down for her: 为您记下：同意李敏代办. */
const consented = (forHer: string, words: string): string => (forHer ? `${forHer}记下：${words}` : words)

/** `health:withdrawn` as 不再同意“身体和饮食”. */
function consentWords(about: string | null): string {
  const [purpose = '', what = ''] = (about ?? '').split(':')
  const word = (purposeWord as Partial<Record<string, string>>)[purpose]
  if (!word) return '改了一项同意'
  return `${what === 'withdrawn' ? '不再同意' : '同意'}“${word}”`
}
