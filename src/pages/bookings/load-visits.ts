import type { Visit } from '#types/visits'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

/** All visits that are listed, what calls for somebody first. One that moved between two pages stands once. */
export async function loadVisits(): Promise<Visit[]> {
  const visits = await everyPage(async (after) => {
    const { visits: items, next } = await call('visits.mine', after === null ? {} : { after })
    return { items, next }
  })
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()]
}
