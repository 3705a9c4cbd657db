import { latestReport } from '#types/unsettled'
import type { Instant } from '#types/values'
import { outcomeWord } from '#types/words/visits/outcomes'
import { settledAs } from '#types/words/visits/settled'
import { urgencyWord } from '#types/words/visits/urgencies'
import { type Walking, walkBetween } from '../stations/walking'
import type { VisitRecord } from '../visits/records'
import type { Said, ToldAs } from './records'

/** Where a helper finds doors, and everybody else this one visit. */
const pageFor = (visit: VisitRecord, as: ToldAs): string =>
  as === 'helper' || as === 'helpers' || as === 'clerk' || as === 'coordinator' || as === 'supervisor'
    ? 'packages/helper/visits/index'
    : `pages/visit/index?visitId=${visit.id}`

/**
 * Somebody is needed at once. Whoever could go reads the building and the way on foot, and nothing of who lives there or why: it
 * may be read on a locked screen by anybody.
 * @param from where a helper starts from; null when not known
 */
export function saidOfUrgent(
  visit: VisitRecord,
  as: ToldAs,
  { from, walking }: { from: VisitRecord['place'] | null; walking: Walking },
): Said {
  const isHelper = as === 'helper' || as === 'helpers'
  const way = from && wayWord(visit, walkBetween(from, visit.place, walking).walkMinutes)
  return {
    page: pageFor(visit, as),
    who: isHelper ? visit.building : visit.elderName,
    what: urgentWord(visit, as, way),
    at: visit.dueAt,
    state: urgencyWord.urgent,
  }
}

/** Nothing to whoever is there already; where nobody has marked the door, the way to her station. */
function wayWord({ isPlaceUnknown }: VisitRecord, minutes: number): string | null {
  if (minutes === 0) return null
  return `${isPlaceUnknown ? '到驿站' : ''}走 ${minutes} 分钟`
}

const notGoingWord = '原来要去的人不去了，在等别人'

/** Whoever has taken it on already is not asked whether they can. */
function urgentWord({ releasedBy, state }: VisitRecord, as: ToldAs, way: string | null): string {
  if (as === 'helper') return '您要去的这一家是急事，请快去'
  if (as === 'helpers') return way ? `${way}，请看能不能去` : '请看能不能去'
  return releasedBy !== null && state === 'open' ? notGoingWord : '有急事，要有人马上上门'
}

/** Somebody else asked for the elder, so that she knows who knocks. */
export const saidOfAsking = (visit: VisitRecord): Said => ({
  page: pageFor(visit, 'elder'),
  who: visit.elderName,
  what: `${askerWord(visit.askedBy.role)}请人来看看您`,
  at: visit.dueAt,
  state: urgencyWord[visit.urgency],
})

function askerWord(role: VisitRecord['askedBy']['role']): string {
  if (role === 'family') return '家人'
  return role === 'coordinator' ? '街道' : '驿站'
}

/** How a visit goes on. */
export function saidOfProgress(
  visit: VisitRecord,
  as: ToldAs,
  step: 'claimed' | 'arrived' | 'released' | 'cancelled',
  now: Instant,
): Said {
  const helper = visit.helper?.name ?? '去的人'
  const isHelper = as === 'helper'
  const words = {
    claimed: { what: `${helper}要去看望`, state: '有人接了' },
    arrived: { what: `${helper}说到门口了`, state: '到门口了' },
    released: isHelper
      ? { what: '收回了这一次，您不用去了', state: '不用去了' }
      : { what: notGoingWord, state: '再等人' },
    cancelled: {
      what: visit.ended === 'mistaken' ? '驿站弄错取消了，要人去就再请一次' : '这一次不用去了',
      state: '取消了',
    },
  }[step]
  const who = isHelper || as === 'helpers' ? visit.building : visit.elderName
  return { page: pageFor(visit, as), who, ...words, at: now }
}

/** Whoever promised to go is to go to another door; which one, the page says to whoever may read it. */
export const saidOfMove = (visit: VisitRecord, now: Instant): Said => ({
  page: pageFor(visit, 'helper'),
  who: visit.building,
  what: '要去的门变了，去之前先看看',
  at: now,
  state: '换地方了',
})

/** What was told of her was of another elder, who had been taken for her. */
export const saidOfMistake = (visitId: string, name: string, now: Instant): Said => ({
  page: `pages/visit/index?visitId=${visitId}`,
  who: name,
  what: '刚才说的上门，不是您家老人的',
  at: now,
  state: '弄错了',
})

/** What was found at the door, as it was written last. */
export function saidOfReport(visit: VisitRecord, as: ToldAs, now: Instant): Said {
  const written = latestReport(visit)
  return {
    page: pageFor(visit, as),
    who: visit.elderName,
    what: `${written?.by ?? '去的人'}写下了见到的`,
    at: written?.at ?? now,
    state: written ? outcomeWord[written.outcome] : '看过了',
  }
}

/** Whoever closed it says that it is dealt with, or that what she needs is arranged. */
export function saidOfSettled(visit: VisitRecord, as: ToldAs, now: Instant): Said {
  const state = settledAs(visit.settlings.at(-1)?.alarm ?? null)
  const by = visit.history.at(-1)?.by.name ?? '驿站'
  return { page: pageFor(visit, as), who: visit.elderName, what: `${by}说${state}`, at: now, state }
}

/** Nobody has been there in time, or within its days or hours: whoever had promised to is relieved of it then. */
export function saidOfLate(visit: VisitRecord, as: ToldAs, isAbandoned: boolean): Said {
  const about = { page: pageFor(visit, as), at: visit.dueAt }
  if (as === 'helper')
    return { ...about, who: visit.building, what: '过了很久，转给驿站和协调员了', state: '不用去了' }
  const silent = visit.state === 'onSite' ? '说到了，还没有写结果' : '接了，还没有回音'
  const late = visit.helper ? `${visit.helper.name}${silent}` : '过了时间，还没有人接下'
  const abandoned = `过了很久没有回音，请您${as === 'asker' ? '问问驿站' : '打电话问问'}`
  return { ...about, who: visit.elderName, what: isAbandoned ? abandoned : late, state: '过时间了' }
}
