import type { people } from '#types/people'
import { consentStates, noConsents } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'

export const consents: Handler<typeof people.consents> = async (_, __) =>
  consentStates(noConsents, consentTexts)
