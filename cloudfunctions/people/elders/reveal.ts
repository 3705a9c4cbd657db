import type { people } from '#types/people'
import { requireRevealable } from '../../_domain/people/elders/shown'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { openedField } from './opened-field'

export const reveal: Handler<typeof people.reveal> = async (ctx, { elderId, field }) => {
  const { elder, grant } = await permittedElder(ctx, elderId)
  requireRevealable(field, grant)
  const values = openedField(elder, field)
  await ctx.look({ ...elder, elderId: elder.id }, field)
  return { values }
}
