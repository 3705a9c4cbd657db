import type { people } from '#types/people'
import { verifiedParts, verifyElder } from '../../_domain/people/elders/verifying'
import type { ElderRecord } from '../../_domain/people/records'
import { select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { sameIdNumber, sealedIdNumber } from '../../_shell/sealed-parts'
import type { Work } from '../../_shell/transact'
import { changeElder } from './change-elder'
import { requireNew } from './require-new'

/** So many decisions are known of one person. */
const MOST_DECIDED = 100

export const verify: Handler<typeof people.verify> = async (ctx, { elderId, ...findings }) => {
  const decided = findings.categories
    ? await select('determinations', { where: { elderId }, limit: MOST_DECIDED })
    : []
  return changeElder(
    ctx,
    elderId,
    async (before, { name }, work) => {
      const by = { account: ctx.knownAccount(), name, decided, now: ctx.now }
      const { elder: found, idNumber } = verifyElder(before, findings, by)
      const elder = await withReadings(found, before)
      if (idNumber) await requireNew(work, idNumber, { tellsId: true, name: elder.name, ownId: elderId })
      return idNumber === undefined ? elder : withIdNumber(work, elder, idNumber)
    },
    { about: verifiedParts(findings) },
  )
}

/** The elder found by another name where she has one. */
async function withReadings(elder: ElderRecord, { name }: ElderRecord): Promise<ElderRecord> {
  if (elder.name === name) return elder
  const { readingsOf } = await import('../../_shell/names/readings')
  return { ...elder, readings: readingsOf(elder.name) }
}

/** The elder with another number sealed, and found by that one alone; the same number is not sealed again. */
function withIdNumber(work: Work, elder: ElderRecord, idNumber: string | null): ElderRecord {
  if (idNumber !== null && sameIdNumber(elder, idNumber)) return elder
  const kept = sealedIdNumber(elder.id, idNumber)
  const before = elder.idNumber?.digest
  if (before && before !== kept?.digest) work.remove('identities', before)
  if (kept) work.put('identities', { id: kept.digest, district: elder.district, elderId: elder.id })
  return { ...elder, idNumber: kept }
}
