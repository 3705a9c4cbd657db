import type { ComponentProps } from 'react'
import type { Me } from '#types/people'
import type { Visit, VisitReport } from '#types/visits'
import { helperWord } from '#types/words/visits/helper-kinds'
import { settledAs } from '#types/words/visits/settled'
import type { Progress } from '@/components/progress'
import { Strong } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { cloudNow } from '@/services/clock'
import { dateOf, hourOf, whenWord } from '@/services/dates'
import { lastOf } from '@/services/last-of'
import { actorWord, isBy, outcomeInFull } from '@/services/words'

type Steps = ComponentProps<typeof Progress>['steps']
type Moment = Visit['history'][number]

/** What happened so far, by whom and when, and at the end what is awaited. */
export function stepsOf(visit: Visit, me: Me): Steps {
  const past = visit.history.map((moment) => ({
    key: `${moment.at} ${moment.state}`,
    state: isBad(moment, visit) ? ('bad' as const) : ('done' as const),
    children: (
      <>
        {timeOf(moment.at)}{' '}
        {moment.by.name && <Strong>{isBy(moment.by, me) ? '您' : nameOf(moment.by)}</Strong>}
        {keepWhole(deed(moment, visit))}
      </>
    ),
  }))
  const awaited = awaitedOf(visit)
  return awaited ? [...past, { key: 'next', state: 'now', children: awaited }] : past
}

/** A helper by name alone: what kind of helper it is, the step says. */
const nameOf = (actor: Moment['by']) => (actor.role === 'volunteer' ? actor.name : actorWord(actor))

const isBad = ({ state, at }: Moment, { report, earlierReports }: Visit) => {
  const written = [...earlierReports, report].find((one) => one?.at === at)?.outcome
  return state === 'cancelled' || state === 'escalated' || written === 'noAnswer' || written === 'emergency'
}

function timeOf(at: Moment['at']): string {
  const now = cloudNow()
  return dateOf(at) === dateOf(now) ? hourOf(at) : whenWord(at, now)
}

/** Whether whoever gave it back is the one who had taken it on last. */
function isOwnTask({ at, by }: Moment, { history }: Visit): boolean {
  const taken = lastOf(history.filter((step) => step.state === 'claimed' && step.at <= at))
  return taken?.by.name === by.name
}

function deed(moment: Moment, visit: Visit): string {
  const { askedAt, helper, report, earlierReports } = visit
  switch (moment.state) {
    case 'open':
      if (moment.at === askedAt) return '请人上门'
      return isOwnTask(moment, visit) ? '不去了，在等别人' : '请别人去，在等人接'
    case 'claimed':
      return helper && helper.name === moment.by.name && helper.kind !== 'staff'
        ? `接了，${helperWord[helper.kind]}`
        : '接了'
    case 'onSite':
      return '到了门口'
    case 'reported':
      return wroteAt(moment.at, report ? [...earlierReports, report] : earlierReports)
    case 'closed':
      return closedWord(moment, visit)
    case 'cancelled':
      return '取消了'
    case 'escalated':
      return '转给驿站和协调员'
  }
}

/**
 * What whoever closed it said of what called for somebody until then; else they have read it. Of many closings what was said is kept
 * of the first and the last ones: one between them by whoever answers for the place was a word too.
 */
function closedWord({ by, at }: Moment, { report, settlings }: Visit): string {
  const said = settlings.find((one) => one.at === at)
  if (said) return settledAs(said.alarm)
  if (by.role === 'elder' || by.role === 'family') return '看过了'
  const isCalling = report === null || report.outcome === 'emergency' || report.outcome === 'noAnswer'
  return isCalling ? settledAs(null) : '看过了'
}

/** What was written then; of reports between the first and the last nothing is kept but that there were some. */
function wroteAt(at: Moment['at'], reports: readonly VisitReport[]): string {
  const written = reports.find((one) => one.at === at)
  return written ? `写下：${outcomeInFull[written.outcome]}` : '写下了见到的'
}

function awaitedOf({ state, helper }: Visit): string | null {
  const name = helper?.name ?? '志愿者'
  switch (state) {
    case 'open':
      return '等附近的人接下'
    case 'claimed':
      return `等${name}到门口`
    case 'onSite':
      return `等${name}写下见到的`
    case 'escalated':
      return '等驿站和协调员去办'
    default:
      return null
  }
}
