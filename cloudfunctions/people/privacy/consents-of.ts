import type { people } from '#types/people'
import type { ConsentState } from '#types/people/elders'
import { consentStates } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { consentTexts } from '../../_shell/policies'
import { joinedOf } from '../../_shell/registrations'

export const consentsOf: Handler<typeof people.consentsOf> = async (ctx, { elderId }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return statesOf(elder)
}

/** What an elder said to every use of her data, in any registration of hers. */
export async function statesOf(elder: ElderRecord): Promise<ConsentState[]> {
  const others = await joinedOf(elder)
  return consentStates(
    elder.consents,
    consentTexts,
    others.map(({ consents }) => consents),
  )
}
