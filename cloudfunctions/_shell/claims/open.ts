import { AppError } from '#types/errors'
import { addAlone, findFields } from '../cloud'
import { follow, kept } from '../planning/follow'
import { plannedSitting, sharedSitting } from './planned'

/** A plan or a menu may be written again and again while somebody books. */
const TRIES = 4

/**
 * Writes a sitting that is planned, for whoever first claims something of it, and opens it.
 * @throws AppError `NOT_FOUND` where nothing is planned
 */
export async function openSitting(sittingId: string, now: Date): Promise<void> {
  const planned = await plannedSitting(sittingId, now)
  if (!planned) throw new AppError('NOT_FOUND', { id: sittingId })
  await addAlone('sittings', { ...planned, state: 'new' })
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
