import { AppError } from '#types/errors'
import type { SittingRecord } from '../../_domain/meals/records'
import { addAlone, command, find, updateWhere } from '../cloud'
import { plannedSitting } from './planned'

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
    const written = await find('sittings', sittingId)
    if (written?.state !== 'new') return
    const planned = await plannedSitting(sittingId, now)
    const { plan, menu } = written.basis
    const asSeen = { _id: sittingId, state: 'new', 'basis.plan': plan, 'basis.menu': menu }
    if ((await updateWhere('sittings', asSeen, planned ? opened(planned) : { state: 'closed' })) > 0) return
  }
}

/** All that a sitting is by plan and menu: nothing is claimed of it before it is open. */
function opened({
  id: _,
  claims: __,
  off: ___,
  checkedAt: ____,
  rev: _____,
  ...planned
}: SittingRecord): object {
  return {
    ...Object.fromEntries(Object.entries(planned).map(([field, value]) => [field, command.set(value)])),
    rev: command.inc(1),
  }
}
