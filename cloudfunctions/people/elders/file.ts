import type { people } from '#types/people'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { fileFor } from './file-for'

export const file: Handler<typeof people.file> = async (ctx, { elderId }) => {
  const { elder, grant } = await permittedElder(ctx, elderId)
  if (grant.relation && grant.relation.relation !== 'guardian') requireActive(elder)
  if (grant.role === 'clerk' || grant.role === 'manager')
    await ctx.look({ ...elder, elderId: elder.id }, null)
  return fileFor(elder, grant, ctx.now)
}
