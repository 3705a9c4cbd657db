import type { ErrorDetail } from '#types/errors'
import { mostPlaces } from '#types/limits'
import { modes, slots } from '#types/meals/slots'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { cloudNow } from './clock'
import { type CallCode, CallError } from './cloud'
import { monthAndDay, whenWord } from './dates'
import { whyNotWord } from './misfit-words'

/** What to tell people for every code: what happened, and what they can do now. */
export const sentences: Record<CallCode, string> = {
  OFFLINE: '手机没有连上网。您填的都还在，等有网了再点一次就行。',
  NO_REPLY: '等了一会儿没有回音。请再点一次，不会办两次。',
  UNKNOWN_FUNCTION: '这项服务这里还没有开通。可以打电话找驿站帮您办。',
  UNKNOWN_ACTION: '您手机上的版本有些旧。请退出小程序，再打开一次。',
  BAD_INPUT: '有一处填得不对。请看一看写的内容，改好再点一次。',
  NOT_SIGNED_IN: '还不知道您是谁。请退出小程序，再从微信里打开。',
  FORBIDDEN: '这件事您现在不能办。替老人办的，请老人再同意一次；在这里工作的，请问站长或者街道。',
  KEY_REUSED: '刚才已经交过一次了。请返回看一看结果，要改的话再重新选。',
  BUSY: '这会儿办的人多。请过几秒再点一次。',
  TEXT_REFUSED: '您写的话里有不能发出去的词。请换一种说法，再点一次。',
  TOO_MANY_TODAY:
    '今天这样的事已经办了很多次，这一次还没有办。您填的都还在，请打电话找驿站帮您办，或者明天再点一次。',
  INTERNAL: '这次没有办成，是我们这边的问题。请再试一次；还不行，就打电话找驿站。',
  SWITCHED_OFF: '这件事现在暂时不能在手机上办。请打电话找驿站，请他们帮您办。',
  NOT_FOUND: '没有找到这一项，可能已经取消了。请返回重新看一看。',
  WRONG_STATE: '这件事刚刚有了变化，现在不能这样办。请看一看最新的情况。',
  DATE_PAST: '这一天已经过去了。请选今天或者以后的日子。',
  DATE_TOO_FAR: '日子太远，还不能定。请选近一些的日子。',
  SITTING_FULL: '这一餐刚刚满了。可以换个时间、换成自己取，或者换一家驿站。',
  BOOKING_CLOSED: '这一餐已经停订了。请选后面的一餐，或者打电话问问驿站。',
  CANCEL_CLOSED: '已经过了可以取消的时间。去不了的话，请打电话告诉驿站。',
  ALREADY_BOOKED: '这一餐已经订过了。要改的话，请在“我的预约”里打开它。',
  ALREADY_ELSEWHERE: '那天的同一餐，在别的驿站已经订了一份。还要再订的话，请再点一次。',
  ALREADY_WRITTEN_DOWN: '这一餐驿站已经记过了，不能再订。记错了的话，请打电话告诉驿站，改过来再订。',
  SET_NOT_OFFERED: '这份套餐刚刚没有了。请换一份。',
  DELIVERY_TOO_FAR: '住处离这个驿站太远，送不到。请选“在驿站吃”或“自己取”，或者换一个近一点的驿站。',
  PLAN_CHANGED: '您看的时候，别人改过这份供餐安排，所以还没有存。请看一看现在的，再改一次。',
  PLAN_FAULTY: '这份供餐安排里有对不上的地方，还没有存。请看一看座位、份数和时间，改好再点一次。',
  PLAN_TOO_LATE: '这一天已经有一餐停订了，不能从这一天改起。请选后面的日子。',
  CLOSURES_FULL: '已经写了很多个不开门的日子，再写不下。请先把用不着的恢复开门，再写新的。',
  MODE_NOT_OFFERED: '这家驿站这一餐不能这样吃。请换一种吃法。',
  MENU_CHANGED: '这一周的菜单刚刚有人改过，您这一次还没有存。请看一看现在的菜单，再改一次。',
  MENU_INCOMPLETE: '菜单还没有写全，现在不能给大家看。请把缺的一样一样补上，再点一次。',
  MENU_FULL: '这份菜单里的菜或者套餐太多，写不下了。请先去掉几样不用的，再点一次。',
  SET_ORDERED: '已经有人订了这份套餐，不能就这样改掉或者去掉。请先看一看谁订了，再从那里改。',
  LIMIT_ORDERED: '这道菜订出去的比这个限量多，还没有存。请把限量写多一些；做不了那么多的，请先标成“卖完了”。',
  MEAL_BEGUN: '这一餐已经开饭了，不能再改。请从后面的日子改起。',
  VISIT_TAKEN: '已经有人先接了这一次。谢谢您，请看看别的。',
  NOT_ASSIGNABLE: '您现在还不能接上门的事。请联系协调员，看看还差哪一步。',
  TOO_MANY_TASKS: '您手上已经有好几家要去。请先去看完、写好结果，再接新的。',
  REPORT_CHANGED: '刚刚又写下了新的，所以这一次还没有结束。请先看一看新写的，再来点。',
  REASON_FULL: '这一次已经写了很多，再写不下，刚才写的没有记上。请打电话告诉驿站。',
  STILL_ALARMING: '这一次还没有办妥，要等驿站或者协调员办妥。有新的情况，请马上打电话告诉驿站。',
  DONE_MISSING: '请先写一句怎么办的，再点一次。老人和家人要看得懂。',
  BAD_ID_NUMBER: '身份证号和填的对不上。请照着身份证，把号码、出生日期和性别再看一遍。',
  ALREADY_REGISTERED: '这位老人已经登记过了，不用再登一次。请打电话给登记的驿站，问一问怎么办。',
  MAYBE_REGISTERED: '已经有同名、同一天出生的老人。请先看看是不是同一位，不是的话再登记。',
  NOT_SEEN_YET: '驿站还没有见过这位老人，现在能订的不多。请给驿站打电话，或者到驿站来一趟，当场就能订。',
  CONSENT_MISSING: '老人还没有同意，现在不能办。请老人在自己手机上同意，或者到驿站签字。',
  CONSENT_OUTDATED: '说明刚刚换了新的一版。请返回看一看新的说明，再点同意。',
  ELDER_DIED:
    '驿站记着这位老人已经过世，不再订餐，也不再请人上门。如果记错了，请打电话告诉驿站，请他们改回来。',
  STATION_UNSTAFFED: '这个睦邻点没有工作人员，照顾不了老人。请改选附近的养老驿站或者养老服务中心。',
  STILL_BOOKED: '还有没办完的订餐或上门。请先取消，再来注销。',
  VISIT_UNSETTLED: '有一次上门看望见到的事，还没有办妥，现在不能注销。请打电话给驿站，办妥了再来。',
  KEY_LOST: '这一段内容现在打不开。别的都还在，请打电话告诉驿站，请他们找平台的管理员。',
  ELDER_JOINED:
    '这位老人登记过两次，两份登记已经合成一份。请打电话给驿站，请他们帮您办；家人要代办的，请老人或者驿站再同意一次。',
  JOINED_LATELY:
    '两份登记刚合成一份，这件事还不能在这部手机上办。订餐和请人上门都能办；别的，请打电话给驿站，请他们帮您办。',
  MEALS_TWICE: '同一天的同一餐，两份登记里各订了一份。请先取消其中一份，再合成一份。',
  UNDO_CLOSED: '能撤回的时间已经过了，不能再撤回了。',
  NOT_FOUND_BY_THIS: '没有找到。请照着卡片或者身份证，把号码和名字再看一遍。',
  CODE_EXPIRED: '这个码已经过期了。请找给您这个码的人，再要一个新的。',
  CODE_USED: '这个码已经有人用过了。请找给您这个码的人，再要一个新的。',
  TOO_MANY_TRIES: '试的次数太多了。请过一个小时再试，或者请驿站的人帮您办。',
  EVIDENCE_MISSING: '还没有填全。请填好签字单的编号和在场的人；监护人还要填证明文件。',
  OWN_ELDER: '这是您自己的登记，不用这样办。请回到“我的”看一看。',
  CIRCLE_FULL: '能代办的家人已经很多了。请先去掉不用的人，再加新的。',
  PHONE_CODE_REFUSED: '没有取到手机号。请直接填上手机号，一样能办。',
  PRICE_CHANGED: '价钱刚刚变了，还没有订。请看一看新的价钱，再点一次。',
  ORDER_MISFIT:
    '这一份和驿站现在的安排对不上，没有确认。请站长在首页的“对不上的订餐”里看一看，打电话和老人商量。',
  DISHES_CHANGED: '厨房刚刚换了菜，还没有办。请再看一遍现在的菜，再点一次。',
  ORDER_CHANGED: '这一份刚刚改过，还没有确认。请看一看现在的菜、吃法和地址，再点一次。',
  TOO_EARLY: '还没到这一餐的时候，不能记“吃过了”。请到时候再记。',
  NOT_OFFERED: '这个区现在没有这一类的申请。请回到上一页，换一类看看。',
  ALREADY_APPLIED: '这一类已经在申请了，不用再交一次。请看看办到哪一步了。',
  ALREADY_HELD: '这一类已经认定过了，现在还管用，不用再申请。有期限的，快到期的时候再来续办。',
  DOCUMENT_MISSING: '照片没有传好。请再拍一张，再点一次。',
  NOT_A_PHOTO: '有的照片打不开，还没有发出去。请去掉它，用相机重新拍一张，再点一次。别的都还在。',
  OWN_APPLICATION: '这是您自己或者您家人的申请，要请另一位同事来看。',
  REASON_MISSING: '请写清楚为什么，再点一次。家人要看得懂。',
  POLICY_REFUSED: '这份政策还不能用。请照下面写的改好，再看一遍。',
  POLICIES_CHANGED:
    '您看的时候，同一类里又存进了另一份，前后的日子和您看到的不一样了，所以还没有存。请再看一遍。',
  TOO_MUCH: '这个月的记录太多，一次拿不完。请联系平台的管理员。',
  CERTIFICATE_MISSING: '这个岗位要的证件还没有，或者过期了。请先补上证件，再点可以上岗。',
  NOT_YOUR_STEP: '这一步不归您办。请找站长、协调员或者区里的监管人员。',
}

/** Of a code that came into use after this phone loaded the app. */
const unknownSentence =
  '这次没有办成，您手机上的版本可能旧了。请退出小程序，再打开一次；还不行，就打电话找驿站。'

/** What to tell people for a code, also for one that this phone does not know yet. */
export function sentenceOf(code: CallCode): string {
  const known: Partial<Record<string, string>> = sentences
  return known[code] ?? unknownSentence
}

/** A field that holds what somebody is called. */
const A_NAME = /^(name|(.+\.)?(elder|identity|contacts\.\d+)\.name|(.+\.)?(elderName|witness))$/

/** 一号驿站（000-0001） */
const called = (name: string, phone: unknown) => (typeof phone === 'string' ? `${name}（${phone}）` : name)

/** Whom to ring of an elder whom nobody has seen; `elderWord` is what the page calls her. Null where the cloud did not tell. */
export function notSeenYetWord(
  { why, until, slot, most, stationName, stationPhone }: ErrorDetail,
  elderWord: string,
): string | null {
  const meal = slots.find((one) => one === slot)
  const little: Partial<Record<string, string>> = {
    share: `驿站还没有见过${elderWord}，这一餐要请驿站帮着订。`,
    ...(typeof until === 'string' && {
      days: `驿站还没有见过${elderWord}，现在能订到${monthAndDay(until)}。`,
    }),
    ...(meal && { second: `驿站还没有见过${elderWord}，同一天的${slotWord[meal]}先订一份。` }),
    ...(typeof most === 'number' && { registered: `您登记的老人里，有 ${most} 位驿站还没有见过。` }),
  }
  const first = little[String(why)]
  if (first === undefined || typeof stationName !== 'string') return null
  const call = typeof stationPhone === 'string' ? `给${stationName}打电话（${stationPhone}），或者` : ''
  const wish = why === 'registered' ? '要再登一位，' : why === 'share' ? '' : '要多订，'
  return `${first}${wish}请${call}到${stationName}来一趟，当场就能办。`
}

/** What does not agree in a plan. */
const planFaultWords: Partial<Record<string, string>> = {
  places: `座位和份数加起来太多了，一餐最多 ${mostPlaces} 份。请改少一些，再点一次。`,
  reserve: '留着不订的座位，比所有的座位还多。请改少一些，再点一次。',
  times: '停订和取消的时间要早于开饭的时间。请改一改时间，再点一次。',
  tooMany: '后面已经写好了很多份安排。请先收回用不着的，再写新的。',
}

/** Where the cloud told more with a code, a sentence that says it; null where it did not. */
const inDetail: Partial<Record<CallCode, (detail: ErrorDetail) => string | null>> = {
  BAD_INPUT: ({ fields }) =>
    Array.isArray(fields) && fields.length > 0 && fields.every((field) => A_NAME.test(field))
      ? '姓名填得不对。请写姓名，不能空着，也不能只写数字、符号或者表情。'
      : null,
  BOOKING_CLOSED: ({ closedUntil }) =>
    typeof closedUntil === 'string'
      ? `这家驿站停到${monthAndDay(closedUntil)}，这一天不能订。请换一天，或者换一家驿站。`
      : null,
  ORDER_MISFIT: ({ why }) => {
    const word = Object.entries(whyNotWord).find(([one]) => one === why)?.[1]
    return word ? `${word}这一份没有确认。请站长在首页的“对不上的订餐”里看一看，打电话和老人商量。` : null
  },
  LIMIT_ORDERED: ({ dish, count }) =>
    typeof dish === 'string' && typeof count === 'number'
      ? `${dish}已经订出去 ${count} 份，限量不能比这少，还没有存。做不了那么多的，请先标成“卖完了”。`
      : null,
  ORDER_CHANGED: ({ isOtherMeal, setName, mode }) => {
    if (isOtherMeal === false) return '送餐的地址或电话刚刚改过，还没有确认。请点开看一看现在的，再点一次。'
    const way = modes.find((one) => one === mode)
    return typeof setName === 'string' && way
      ? `这一份刚刚改过，现在是${setName}，${modeWord[way]}，还没有确认。请看一看，再点一次。`
      : null
  },
  PLAN_FAULTY: ({ fault }) => planFaultWords[String(fault)] ?? null,
  PLAN_TOO_LATE: ({ earliest }) =>
    typeof earliest === 'string'
      ? `这一天已经有一餐停订了，不能从这一天改起。最早可以从${monthAndDay(earliest)}开始，请改一改日子，再点一次。`
      : null,
  NOT_A_PHOTO: ({ nths, labels }) =>
    Array.isArray(nths) && Array.isArray(labels) && nths.length > 0
      ? `第 ${nths.join('、')} 张照片（${[...new Set(labels)].join('、')}）打不开，还没有发出去。请去掉，用相机重新拍，再点一次。别的都还在。`
      : null,
  WRONG_STATE: ({ hasLeft }) =>
    hasLeft === true
      ? '这位家人自己收回了，现在不再请求代办。还要让这位家人办，请对方在自己手机上再请求一次。'
      : null,
  TOO_MANY_TODAY: ({ what, isOfHer, stationPhone }) => {
    const phone = typeof stationPhone === 'string' ? `（${stationPhone}）` : ''
    // Short: in the largest type it stands on one screen with the button that rings.
    if (what === 'asks' && phone)
      return `今天${isOfHer === true ? '请求的人太多' : '请求了太多次'}，没有送到。请打电话给驿站，或者明天再点，填的都还在。`
    const station = phone ? `请打电话给驿站${phone}` : '请打电话找驿站'
    const urgent = what === 'requests' ? '真有急事，选“急事”，不限次数。' : ''
    return `今天这样的事已经办了很多次，这一次还没有办。您填的都还在，${station}帮您办，或者明天再点一次。${urgent}`
  },
  SWITCHED_OFF: ({ why, phone }) =>
    typeof why === 'string' && typeof phone === 'string'
      ? `这件事现在暂时不能在手机上办：${why}。请打电话 ${phone}，请他们帮您办。`
      : null,
  NOT_SEEN_YET: (detail) => notSeenYetWord(detail, '这位老人'),
  ELDER_JOINED: ({ stationName, stationPhone }) =>
    typeof stationName === 'string'
      ? `这位老人登记过两次，两份登记已经合成一份，这一份不再用来办事。请打电话给${called(stationName, stationPhone)}，请他们帮您办；家人要代办的，请老人或者驿站再同意一次。`
      : null,
  ELDER_DIED: ({ isJoined }) =>
    isJoined === true
      ? '合成一份以后记过老人过世，两份登记都记上了。如果记错了，请先在老人那一页撤回，再来分开。'
      : null,
  JOINED_LATELY: ({ until, isErasing, stationName, stationPhone }) => {
    if (typeof until !== 'string') return null
    if (isErasing === true)
      return `两份登记刚合成一份，${whenWord(until, cloudNow())} 起才能注销。如果合错了，请先请驿站分开。`
    return typeof stationName === 'string'
      ? `两份登记刚合成一份，${whenWord(until, cloudNow())} 起才能在这部手机上办这件事。订餐和请人上门现在就能办；别的，请打电话给${called(stationName, stationPhone)}，请他们帮您办。`
      : null
  },
  TOO_EARLY: ({ from }) =>
    typeof from === 'string'
      ? `现在还早，${whenWord(from, cloudNow())} 起才能记“吃过了”。请到时候再记。`
      : null,
}

/** What to tell people about anything that was thrown. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof CallError)) return sentences.INTERNAL
  if (error.code === 'INTERNAL' && error.requestId) {
    return `${sentences.INTERNAL}（打电话时报这个号：${error.requestId.slice(-6)}）`
  }
  return inDetail[error.code]?.(error.detail) ?? sentenceOf(error.code)
}

const loadingSentences: Partial<Record<CallCode, string>> = {
  OFFLINE: '手机没有连上网。等有网了再点一次就行。',
  NO_REPLY: '等了一会儿没有回音。请再试一次。',
  INTERNAL: '这次没有打开，是我们这边的问题。请再试一次；还不行，就打电话找驿站。',
  BAD_INPUT: '这个地址不对，打不开。请从首页重新点进去。',
}

/** The same where somebody only wanted to look. */
export function sentenceForLoading(error: unknown): string {
  const code = error instanceof CallError ? error.code : 'INTERNAL'
  return loadingSentences[code] ?? (error instanceof CallError ? sentenceFor(error) : sentenceOf(code))
}
