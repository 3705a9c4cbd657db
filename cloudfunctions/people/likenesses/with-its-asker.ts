import { awaitedVisitId } from '#types/ids'
import { politeName } from '#types/names'
import { ageOn } from '../../_domain/base/calendar'
import type { LikenessRecord } from '../../_domain/people/likenesses/records'
import type { ElderRecord } from '../../_domain/people/records'
import type { VisitRecord } from '../../_domain/visits/records'
import { command, select } from '../../_shell/cloud'
import type { Work } from '../../_shell/transact'

/** Whoever stands at a door has come to it. */
const yetToCome = ['open', 'claimed', 'escalated'] as const
const isYetToCome = ({ state }: VisitRecord) => yetToCome.some((one) => one === state)

/** More than one elder can await from one phone. */
const MOST_ASKED = 20

/**
 * Visits that somebody asked for with a phone that was lent to another, once it is her own again: whoever has yet to come comes to her.
 * They get her door with all else that follows her.
 * @param leaves whose phone it is, as she is parted
 */
export async function withItsAsker(
  work: Work,
  { joining, decided }: LikenessRecord,
  leaves: ElderRecord,
): Promise<void> {
  if (!joining || !decided || joining.phone === null || leaves.openid !== joining.phone) return
  const where = {
    elderId: joining.staysId,
    asker: joining.phone,
    askedAt: command.gte(decided.at),
    state: command.in(yetToCome),
  }
  for (const { id } of await select('visits', { where, limit: MOST_ASKED })) {
    const visit = await work.find('visits', id)
    if (visit?.elderId !== joining.staysId || !isYetToCome(visit)) continue
    const slot = awaitedVisitId(joining.staysId, visit.when)
    if ((await work.find('awaitedVisits', slot))?.visitId === id) work.remove('awaitedVisits', slot)
    const own = awaitedVisitId(leaves.id, visit.when)
    if (!(await work.find('awaitedVisits', own)))
      work.put('awaitedVisits', { id: own, district: leaves.district, visitId: id, at: visit.askedAt })
    const { name, sex, birthDate } = leaves
    const hers = {
      elderName: name,
      politeName: politeName(name, sex),
      elderAge: ageOn(birthDate, visit.date),
    }
    work.put('visits', { ...visit, elderId: leaves.id, ...hers })
  }
}
