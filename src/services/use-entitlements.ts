import type { Questionnaire } from '#types/eligibility'
import type { Entitlements, RuleAnswer } from '#types/eligibility/entitlements'
import { call, type ReplyFrom } from './cloud'
import { everyPage } from './every-page'
import { type Loaded, useLoaded } from './use-loaded'

type Page = ReplyFrom<'eligibility.entitlements'>

/** What an elder has a right to, by every rule of every policy, however many replies that takes. */
export const useEntitlements = (elderId: string): Loaded<Entitlements> =>
  useLoaded(`entitlements ${elderId}`, () =>
    loadAll((after) => call('eligibility.entitlements', { elderId, ...after })),
  )

/** The same for somebody who has not said who they are. */
export const useLikely = (asked: Questionnaire): Loaded<Entitlements> =>
  useLoaded(`likely ${JSON.stringify(asked)}`, () =>
    loadAll((after) => call('eligibility.ask', { ...asked, ...after })),
  )

async function loadAll(load: (after: { after?: string }) => Promise<Page>): Promise<Entitlements> {
  const first = await load({})
  const rest = await everyPage<RuleAnswer>(async (after) => {
    if (after === null) return { items: first.answers, next: first.next }
    const { answers, next } = await load({ after })
    return { items: answers, next }
  })
  return { ...first, answers: rest }
}
