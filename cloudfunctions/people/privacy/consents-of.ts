import type { people } from '#types/people'
import type { ConsentState } from '#types/people/elders'
import { asAnswered } from '../../_domain/people/likenesses/refusals'
import { consentStates } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { partableOf } from '../../_shell/elder-records/partable'
import { permittedElder } from '../../_shell/permitted-elder'
import { consentTexts } from '../../_shell/policies'
import { joinedOf } from '../../_shell/registrations'

export const consentsOf: Handler<typeof people.consentsOf> = async (ctx, { elderId }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return statesOf(elder, ctx.now)
}

/** What an elder said to every use of her data, in any registration of hers. */
export async function statesOf(elder: ElderRecord, now: Date): Promise<ConsentState[]> {
  const [others, partable] = await Promise.all([joinedOf(elder), partableOf(elder, now)])
  return consentStates(
    elder.consents,
    consentTexts,
    others.map((one) => ({
      consents: asAnswered(one).consents,
      partableUntil: partable.find(({ id }) => id === one.id)?.until ?? null,
    })),
  )
}
