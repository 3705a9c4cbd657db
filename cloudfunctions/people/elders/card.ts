import type { people } from '#types/people'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { cardOf } from './card-of'

export const card: Handler<typeof people.card> = async (ctx, { elderId }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return cardOf(elder)
}
