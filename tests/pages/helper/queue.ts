import type { QueuedVisit, VisitQueue } from '#types/visits'
import { aVisit } from '../builders'

const liMin = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
export const helper = { name: '赵强', kind: 'partyMember' } as const

type Own = Parameters<typeof aVisit>[0] & Partial<Pick<QueuedVisit, 'may'>>

/** A door where nobody goes, for whoever answers for the place; not urgent, so that nothing about it calls for anybody. */
export function aDoor({ may = ['go', 'ring', 'settle'], ...over }: Own = {}): QueuedVisit {
  const { history: _, ...visit } = aVisit({
    elderName: '王奶奶',
    askedBy: liMin,
    urgency: 'hard',
    ...over,
  })
  return { ...visit, metres: 210, walkMinutes: 4, may }
}

export const aTask = (over: Own = {}): QueuedVisit =>
  aDoor({ state: 'claimed', isMine: true, helper, address: '长江路 18 弄 3 号楼 402', ...over })

/** A queue of these; one's own tasks stand apart. */
export function aQueue(visits: readonly QueuedVisit[] = [], own: Partial<VisitQueue> = {}): VisitQueue {
  const isTask = ({ isMine, state }: QueuedVisit) => isMine && (state === 'claimed' || state === 'onSite')
  return {
    mine: visits.filter(isTask),
    written: [],
    ended: [],
    visits: visits.filter((visit) => !isTask(visit)),
    next: null,
    counts: { waiting: 0, underWay: 0, overdue: 0, reported: 0, alarms: 0, urgent: 0 },
    ...own,
  }
}
