import type { meals } from '#types/meals'
import { endOfPlace } from '../../_domain/eligibility/photos'
import { sentDishPath } from '../../_domain/meals/planning/dish-photos'
import { addAlone } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import { kitchenFor } from './kitchen-for'

/** The name comes from a keyed digest of the wish: it cannot be guessed, and the same wish gets the same place. */
export const startDishPhoto: Handler<typeof meals.startDishPhoto> = async (ctx, { kitchenId }) => {
  const { district } = await kitchenFor(ctx, kitchenId)
  const openid = ctx.callerId()
  const id = personOf(`dish photo ${openid} ${kitchenId} ${ctx.key ?? ctx.requestId}`)
  const path = sentDishPath(kitchenId, id)
  const person = personOf(openid)
  const times = { at: ctx.now.toISOString(), lookAt: endOfPlace(ctx.now) }
  await addAlone('dishPhotos', { id, district, kitchenId, path, person, ...times })
  return { path }
}
