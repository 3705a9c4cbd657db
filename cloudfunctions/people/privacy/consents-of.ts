import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { consentStates } from '../../_domain/people/privacy/consents'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'

export const consentsOf: Handler<typeof people.consentsOf> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  return consentStates(elder.consents, consentTexts)
}
