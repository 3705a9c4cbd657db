import { latestReport } from '#types/unsettled'
import type { Visit, VisitQueue } from '../../../types/visits'
import { accepted, codeOf, type TestCloud } from '../a-cloud'

/** An urgent visit for Wang, at once. */
export const wish = { elderId: 'e-wang', urgency: 'urgent', reason: '电话没人接', when: 'now' }

/** What people do with visits in a cloud. */
export function callsOf(cloud: () => TestCloud) {
  const call = async (openid: string, action: string, input: object = {}) =>
    cloud()
      .as(openid)
      .call(`visits.${action}`, action === 'close' ? await allSeen(cloud(), input) : input)
  const by = async (openid: string, action: string, input: object = {}) =>
    accepted<Visit>(await call(openid, action, input))
  return {
    by,
    codeBy: async (openid: string, action: string, input: object = {}) =>
      codeOf(await call(openid, action, input)),
    request: (own: object = {}) => by('o-daughter', 'request', { ...wish, ...own }),
    queueOf: async (openid: string, input: object = {}) =>
      accepted<VisitQueue>(await call(openid, 'queue', input)),
    mineOf: async (openid: string, input: object = {}) =>
      accepted<{ visits: Visit[]; next: string | null }>(await call(openid, 'mine', input)),
    /** Every page of somebody's queue, one after the other. */
    wholeQueueOf: async (openid: string, input: object = {}) => {
      const pages: VisitQueue[] = []
      for (let next: string | null = null; ; ) {
        const asked: object = next === null ? input : { ...input, after: next }
        const page = accepted<VisitQueue>(await call(openid, 'queue', asked))
        pages.push(page)
        next = page.next
        if (next === null) return pages
      }
    },
  }
}

export const idsOf = (visits: readonly { id: string }[]): string[] => visits.map(({ id }) => id)

/** Whoever closes a visit has seen what is written by then, unless the test says otherwise. */
async function allSeen(cloud: TestCloud, input: { visitId?: string }): Promise<object> {
  const visit = input.visitId ? await cloud.one('visits', input.visitId) : null
  return { seen: (visit && latestReport(visit)?.at) ?? null, ...input }
}
