import type { visits } from '#types/visits'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { permittedElder } from '../_shell/permitted-elder'

export const emergencyFromAfar: Handler<typeof visits.emergencyFromAfar> = async (ctx, { elderId }) => {
  const { elder } = await permittedElder(ctx, elderId)
  return (await find('districts', elder.district))?.emergencyFromAfar ?? null
}
