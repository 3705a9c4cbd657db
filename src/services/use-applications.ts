import type { Application } from '#types/eligibility/applications'
import { call } from './cloud'
import { everyPage } from './every-page'
import { type Loaded, useLoaded } from './use-loaded'

/** Everything that was applied for on behalf of an elder, the latest first. One that was sent again between two pages stands once. */
export const useApplications = (elderId: string): Loaded<Application[]> =>
  useLoaded(`applications ${elderId}`, () => loadApplications(elderId))

async function loadApplications(elderId: string): Promise<Application[]> {
  const all = await everyPage<Application>(async (after) => {
    const { applications, next } = await call('eligibility.applications', {
      elderId,
      ...(after && { after }),
    })
    return { items: applications, next }
  })
  return all.filter((one, place) => all.findIndex(({ id }) => id === one.id) === place)
}
