import type { ElderRecord } from '../_domain/people/records'
import { command, select, updateWhere } from '../_shell/cloud'

/** So many names are written together. */
const TOGETHER = 20

/**
 * Writes how their names are read for elders whose records were written before that was kept. Who has another name meanwhile keeps
 * what was written with it.
 * @param isOver tells, after each group, whether the night has no time left; the next one goes on
 */
export async function readNames(isOver: () => boolean): Promise<number> {
  let done = 0
  let after = ''
  do {
    const elders = await select('elders', {
      where: { readings: null, _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: TOGETHER,
    })
    for (const count of await Promise.all(elders.map(readNameOf))) done += count
    after = elders.length < TOGETHER ? '' : (elders.at(-1)?.id ?? '')
  } while (after !== '' && !isOver())
  return done
}

async function readNameOf({ id, name, state }: ElderRecord): Promise<number> {
  const { readingsOf } = await import('../_shell/names/readings') // on most nights nobody needs the dictionary
  const readings = state === 'erased' ? [] : readingsOf(name)
  return updateWhere('elders', { _id: id, name, readings: null }, { readings })
}
