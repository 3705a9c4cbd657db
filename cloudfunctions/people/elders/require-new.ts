import { AppError } from '#types/errors'
import { type Asker, toldOfKnown } from '../../_domain/people/elders/registering'
import { digestsOf } from '../../_shell/sealed-parts'
import type { Work } from '../../_shell/transact'

/**
 * An id number that nobody else has.
 * @param ownId the elder whose own it may be
 * @throws AppError `ALREADY_REGISTERED` with what the one who asks may know
 */
export async function requireNew(
  work: Work,
  idNumber: string,
  { ownId, ...asker }: Asker & { ownId?: string },
): Promise<void> {
  for (const digest of digestsOf(idNumber)) {
    const known = await work.find('identities', digest)
    const elder = known && known.elderId !== ownId ? await work.find('elders', known.elderId) : null
    if (!elder) continue
    const station = await work.find('stations', elder.stationId)
    throw new AppError('ALREADY_REGISTERED', toldOfKnown(elder, station, asker))
  }
}
