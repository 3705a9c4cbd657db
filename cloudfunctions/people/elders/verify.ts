import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { HeldCategory } from '#types/people/elders'
import { isFamilyOf } from '../../_domain/access/holdings'
import { localDate } from '../../_domain/base/calendar'
import { withCategories } from '../../_domain/people/elders/changing'
import { identityOf, requireFits } from '../../_domain/people/elders/identity'
import { requireConsents } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { sameIdNumber, sealedIdNumber } from '../../_shell/sealed-parts'
import { changeElder } from './change-elder'
import { requireNew } from './require-new'

/** So many decisions are known of one person. */
const MOST_DECIDED = 100

export const verify: Handler<typeof people.verify> = async (
  ctx,
  { elderId, identity, categories, ability, isAsked },
) => {
  const decided = categories
    ? await select('determinations', { where: { elderId }, limit: MOST_DECIDED })
    : []
  return changeElder(
    ctx,
    elderId,
    async (elder, _, work) => {
      const isRecognised = categories !== undefined || ability !== undefined || isAsked
      if (isRecognised && isFamilyOf(ctx.knownAccount(), elderId)) throw new AppError('FORBIDDEN') // not for one's own
      if (categories?.length || isAsked) requireConsents(elder.consents, ['category'])
      if (ability) requireConsents(elder.consents, ['health'])
      const changed = { ...elder, verifiedBy: ctx.knownAccount().name }
      if (categories)
        Object.assign(
          changed,
          withCategories(
            elder,
            categories.map((held) => seenBy(held, elder, ctx.knownAccount().name)),
            decided,
          ),
        )
      if (isAsked) changed.askedOn = localDate(ctx.now)
      if (ability !== undefined) changed.ability = ability
      if (!identity) return changed

      const { name = elder.name, hukou = elder.hukou, residentSince = elder.residentSince } = identity
      const typed = identity.idNumber ? identity : { birthDate: elder.birthDate, sex: elder.sex, ...identity }
      const { birthDate, sex, idNumber } = identityOf(typed, ctx.now)
      if (identity.idNumber === null) {
        if (elder.idNumber) work.remove('identities', elder.idNumber.digest)
        changed.idNumber = null
      } else if (!idNumber) requireFits(elder, { birthDate, sex })
      else {
        await requireNew(work, idNumber, { tellsId: true, name, ownId: elderId })
        const kept = sealedIdNumber(elderId, idNumber)
        if (kept && !sameIdNumber(elder, idNumber)) {
          const before = elder.idNumber?.digest ?? kept.digest
          if (before !== kept.digest) work.remove('identities', before)
          work.put('identities', { id: kept.digest, district: elder.district, elderId })
          changed.idNumber = kept
        }
      }
      return { ...changed, name, hukou, residentSince, birthDate, sex }
    },
    {
      about: [
        identity && 'identity',
        (categories || isAsked) && 'categories',
        ability !== undefined && 'ability',
      ]
        .filter(Boolean)
        .join(','),
    },
  )
}

/** Who has seen the paper: whoever had before, else the clerk who says so now. */
function seenBy(held: HeldCategory, { categories }: ElderRecord, clerk: string): HeldCategory {
  const before = categories.find(
    (one) => one.category === held.category && one.from === held.from && one.evidence === held.evidence,
  )
  return { ...held, verifiedBy: before?.verifiedBy ?? clerk }
}
