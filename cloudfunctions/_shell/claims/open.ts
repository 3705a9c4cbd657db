import { AppError } from '#types/errors'
import type { SittingRecord } from '../../_domain/meals/records'
import { addAlone, findFields } from '../cloud'
import { follow, kept } from '../planning/follow'
import { pause } from '../transact'
import { plannedSitting, sharedSitting } from './planned'

/** A plan or a menu may be written again and again while somebody books. */
const TRIES = 4
/** For so long, as `pause` counts, whoever is not the first leaves it to the first: in a rush all others would read all that is planned, too. */
const FIRST_OPENS = 3

/**
 * Writes a sitting that is planned, for whoever first claims something of it, and opens it.
 * @param known as it was planned when it was found not to be there; null: that is still to be read
 * @throws AppError `NOT_FOUND` where nothing is planned
 */
export async function openSitting(
  sittingId: string,
  now: Date,
  known: SittingRecord | null = null,
): Promise<void> {
  const planned = known ?? (await plannedSitting(sittingId, now))
  if (!planned) throw new AppError('NOT_FOUND', { id: sittingId })
  const isFirst = await addAlone('sittings', { ...planned, state: 'new' })
  if (!isFirst) await pause(FIRST_OPENS)
  await finishOpening(sittingId, now)
}

/**
 * Looks once more what decides of a new sitting, since that may have been written just before it was, and opens it as that has it, or
 * closes it. Whoever finds one that is new does so; whoever writes a plan, a menu or a closure after this look finds the sitting.
 */
export async function finishOpening(sittingId: string, now: Date): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const written = await findFields('sittings', sittingId, kept)
    if (written?.state !== 'new') return
    if (await follow({ ...written, id: sittingId }, await sharedSitting(sittingId, now))) return
  }
}
