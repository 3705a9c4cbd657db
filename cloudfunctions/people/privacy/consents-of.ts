import type { people } from '#types/people'
import { consentStates } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { consentTexts } from '../../_shell/policies'

export const consentsOf: Handler<typeof people.consentsOf> = async (ctx, { elderId }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return consentStates(elder.consents, consentTexts)
}
