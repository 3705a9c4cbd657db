import type { meals } from '#types/meals'
import { memberships } from '../../_domain/access/holdings'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

/** More kitchens than anybody writes menus for. */
const MOST = 50

export const kitchens: Handler<typeof meals.kitchens> = async (ctx) => {
  const account = ctx.knownAccount()
  const orgsAs = (role: 'kitchen' | 'manager') => memberships(account, role).map(({ orgId }) => orgId)
  const found = await select('kitchens', {
    where: command.or([{ _id: command.in(orgsAs('kitchen')) }, { stationId: command.in(orgsAs('manager')) }]),
    orderBy: [['_id', 'asc']],
    limit: MOST,
  })
  return found.map(({ id, name, stationId }) => ({ id, name, stationId }))
}
