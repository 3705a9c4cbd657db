import type { people } from '#types/people'
import { idsOf } from '../../_domain/access/holdings'
import type { DeterminationRecord } from '../../_domain/eligibility/records'
import { withProvenNumber } from '../../_domain/people/elders/claims'
import { verifiedParts, verifyElder } from '../../_domain/people/elders/verifying'
import { withoutUnfound } from '../../_domain/people/likenesses/united'
import type { ElderRecord } from '../../_domain/people/records'
import { command, select } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { withSettled } from '../../_shell/elder-records/partable'
import { permittedElder } from '../../_shell/permitted-elder'
import { sameIdNumber, sealedIdNumber } from '../../_shell/sealed-parts'
import { lookForAll } from '../likenesses/look-for-likeness'
import { withJoined } from '../likenesses/with-joined'
import { changedElder, shownElder } from './change-elder'
import { besideOf, dropNumber, putNumber } from './id-number'

/** So many decisions are known of one person. */
const MOST_DECIDED = 100

export const verify: Handler<typeof people.verify> = async (ctx, { elderId, others = [], ...findings }) => {
  const decided = findings.categories ? await decidedOn(ctx, elderId) : []
  let left: readonly ElderRecord[] = []
  const elder = await changedElder(
    ctx,
    elderId,
    async (before, { name }, work) => {
      const by = { account: ctx.knownAccount(), name, decided, now: ctx.now }
      const { elder: found, idNumber } = verifyElder(before, findings, by)
      const elder = await withReadings(found, before)
      if (idNumber === undefined) return elder
      const isSame = idNumber !== null && sameIdNumber(elder, idNumber)
      if (isSame && !elder.isIdPending) return elder // the same number is not sealed again
      if (!isSame) await dropNumber(work, before)
      if (idNumber === null) return { ...elder, idNumber: null }
      const proof = { hasCard: true, others }
      left = (await putNumber(work, idNumber, elder, { proof, now: ctx.now })).left
      const proven = withProvenNumber(elder, name)
      return isSame ? proven : { ...proven, idNumber: sealedIdNumber(elder.id, idNumber) }
    },
    { about: verifiedParts(findings), besides: () => ({ records: besideOf(left), about: 'others' }) },
  )
  const { categories } = findings
  if (categories)
    await withJoined(ctx, await withSettled(elder, ctx.now), {
      change: (one) => withoutUnfound(one, categories, decided),
      about: 'categories',
    })
  if (findings.identity) await lookForAll(ctx, [elder, ...left])
  return shownElder(ctx, elder)
}

/** What was decided on the applications of the elder whom this changes. */
async function decidedOn(ctx: Ctx, elderId: string): Promise<DeterminationRecord[]> {
  const { elder } = await permittedElder(ctx, elderId)
  const ids = idsOf([{ ...elder, elderId: elder.id }])
  return select('determinations', { where: { elderId: command.in(ids) }, limit: MOST_DECIDED })
}

/** The elder found by another name where she has one. */
async function withReadings(elder: ElderRecord, { name }: ElderRecord): Promise<ElderRecord> {
  if (elder.name === name) return elder
  const { readingsOf } = await import('../../_shell/names/readings')
  return { ...elder, readings: readingsOf(elder.name) }
}
