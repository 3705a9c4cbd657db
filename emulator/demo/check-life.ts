import { applicationMoves, awaitedVisitStates, type VisitState, visitMoves } from '#types/states'
import { sentences } from './check-accounts'
import { mealFaults } from './check-meals'
import { follows, isInOrder } from './histories'
import type { Records } from './records'

/** What is wrong with what people have done: meals, visits, applications. */
export function lifeFaults(records: Records): string[] {
  return [
    ...mealFaults(records),
    ...records.visits.flatMap((visit) => visitFaults(visit, records)),
    ...records.awaitedVisits.flatMap((awaited) => awaitedFaults(awaited, records)),
    ...records.applications.flatMap((application) => applicationFaults(application, records)),
  ]
}

function visitFaults(visit: Records['visits'][number], { elders, awaitedVisits }: Records): string[] {
  const { id, elderId, state, history, report, helper } = visit
  const elder = elders.find((one) => one.id === elderId)
  const isFound = awaitedVisits.some(({ visitId }) => visitId === id)
  return sentences(`visits/${id}`, [
    [
      elder?.name !== visit.elderName || elder.stationId !== visit.stationId,
      'says of the elder what she does not',
    ],
    [history.at(-1)?.state !== state, 'is in a state that its history does not end in'],
    [!isInOrder(history), 'has a history that runs backwards'],
    [!follows<VisitState>(history, ['open'], visitMoves), 'has a history that its states do not allow'],
    [awaitedVisitStates.includes(state) && !isFound, 'is waited for and would be asked for twice'],
    [history.some((step) => step.state === 'reported') !== (report !== null), 'and its report do not agree'],
    [report !== null && report.by !== helper?.name, 'was reported by somebody else than who went'],
  ])
}

const awaitedFaults = ({ id, visitId }: Records['awaitedVisits'][number], { visits }: Records): string[] =>
  sentences(`awaitedVisits/${id}`, [
    [
      !visits.some((visit) => visit.id === visitId && id.startsWith(`${visit.elderId}_`)),
      'leads to no visit of hers',
    ],
  ])

function applicationFaults(application: Records['applications'][number], { elders }: Records): string[] {
  const { id, elderId, category, state, history, documents } = application
  const elder = elders.find((one) => one.id === elderId)
  return sentences(`applications/${id}`, [
    [
      id !== `${elderId}_${category}` || elder?.name !== application.elderName,
      'is not named after elder and category',
    ],
    [elder?.categories.some((held) => held.category === category) ?? true, 'asks for what she holds'],
    [documents.length === 0, 'has no paper'],
    [history.at(-1)?.state !== state, 'is in a state that its history does not end in'],
    [!follows(history, ['submitted'], applicationMoves), 'has a history that its states do not allow'],
    [(state === 'submitted') !== (application.reviewer === null), 'and who looks at it do not agree'],
  ])
}
