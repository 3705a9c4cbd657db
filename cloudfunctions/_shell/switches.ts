import type { Action } from '#types/contract'
import { AppError } from '#types/errors'
import { offFor, SWITCHES, SwitchesRecord } from '../_domain/access/switches'
import { find } from './cloud'
import { districtNamed } from './policies'

/** For how long what is switched off is trusted before it is read again, milliseconds. */
const TRUSTED = 60_000

let known: { readAt: number; switches: SwitchesRecord | null } | null = null

/**
 * @throws AppError `SWITCHED_OFF` with `why`, and with the telephone number of the caller's station or district where there is one, for
 *   what is switched off and may be
 */
export async function requireOn(
  name: string,
  call: { action: Action; input: Record<string, unknown>; openid: string | null; now: Date },
): Promise<void> {
  if (call.action.neverOff === true) return // nor does it wait for the document
  const why = offFor(await switchesAt(call.now), name, call)
  if (why === null) return
  const phone = call.openid === null ? null : await phoneFor(call.openid, call.now)
  throw new AppError('SWITCHED_OFF', { why, ...(phone !== null && { phone }) })
}

/**
 * What is switched off, as it was at most a minute ago. Where it cannot be read, or whoever wrote it wrote something else, what was
 * known last holds: nothing waits for it, and nothing fails by it.
 */
async function switchesAt(now: Date): Promise<SwitchesRecord | null> {
  const age = known ? now.getTime() - known.readAt : -1
  if (known && age >= 0 && age < TRUSTED) return known.switches
  const switches = await find('switches', SWITCHES)
    .then((found) => found && SwitchesRecord.parse(found))
    .catch((error: unknown) => {
      console.error(JSON.stringify({ what: 'switches not read', error: String(error) }))
      return known?.switches ?? null
    })
  known = { readAt: now.getTime(), switches }
  return switches
}

/** Where the caller can ring instead: the station of whom they act for or where they work, else whoever answers for the district. */
async function phoneFor(openid: string, now: Date): Promise<string | null> {
  const account = await find('accounts', openid)
  if (!account) return null
  const { self, relations, memberships, district } = account
  const granted = relations.find(({ state }) => state === 'granted')
  const work = memberships.find(({ orgKind }) => orgKind === 'station')
  const stationId = self?.stationId ?? granted?.stationId ?? work?.orgId ?? null
  const station = stationId === null ? null : await find('stations', stationId)
  return station?.phone ?? (await districtNamed(district, now))?.answersWhenClosed?.phone ?? null
}
