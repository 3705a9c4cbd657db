import { command, select } from '../_shell/cloud'
import { followMenu } from '../_shell/menus/follow-menu'
import { eachOf } from './each-of'

/** So many menus each time: what they are, and what follows from them, is long. */
const MOST = 5

/**
 * Menus whose sittings do not follow them yet, or whose eaters are not all told: what a call had no time for, or was broken off, and whoever
 * ordered in the moment of a change.
 */
export async function followMenus(now: Date): Promise<number> {
  const behind = await select('menus', {
    where: command.or([{ isAligned: false }, { 'untold.rev': command.gt(0) }]),
    limit: MOST,
  })
  await eachOf(behind, (menu) => followMenu(menu, now, 'all'))
  return behind.length
}
