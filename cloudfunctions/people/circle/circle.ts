import type { people } from '#types/people'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { circleOf } from './circle-of'

export const circle: Handler<typeof people.circle> = async (ctx, { elderId, after }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return circleOf(ctx, elder.id, after)
}
