import { united } from '../_domain/people/likenesses/united'
import type { ElderRecord } from '../_domain/people/records'
import { command, find, select } from './cloud'
import type { Work } from './transact'

/** Second registrations that were joined to hers, as they are now; nothing is read where there are none. */
export async function joinedOf(
  { joined = [] }: Pick<ElderRecord, 'joined'>,
  finding: Work['find'] = find,
): Promise<ElderRecord[]> {
  const others: ElderRecord[] = []
  for (const id of joined) {
    const other = await finding('elders', id)
    if (other && other.state !== 'erased') others.push(other)
  }
  return others
}

/** An elder as all registrations of hers say it (`united`). */
export const asOne = async (elder: ElderRecord, finding: Work['find'] = find): Promise<ElderRecord> =>
  united(elder, await joinedOf(elder, finding))

/** The registration that stands for an elder: the one to which hers was joined, else hers; for what no caller is told of by it. */
export const registrationFor = async (
  elder: ElderRecord,
  finding: Work['find'] = find,
): Promise<ElderRecord> =>
  (elder.joinedTo !== undefined && (await finding('elders', elder.joinedTo))) || elder

/** The openid of an elder's own phone; null: she has none. */
export async function ownPhoneOf(elderId: string): Promise<string | null> {
  const named = await find('elders', elderId)
  return named && (await registrationFor(named)).openid
}

/** All registrations of an elder, the one that stands for her first; none where there is no such elder. */
export async function registrationsOf(elderId: string): Promise<ElderRecord[]> {
  const named = await find('elders', elderId)
  const elder = named && (await registrationFor(named))
  return elder ? [elder, ...(await joinedOf(elder))] : []
}

/**
 * Elders by the ids under which records name them, each as all registrations of hers say it, whichever of them is named: read together,
 * whoever was joined to somebody in two more questions.
 */
export async function allAsOne(ids: readonly string[]): Promise<Map<string, ElderRecord>> {
  const known = new Map<string, ElderRecord>()
  const read = async (wanted: readonly string[]) => {
    const missing = [...new Set(wanted)].filter((id) => !known.has(id))
    if (missing.length === 0) return
    const found = await select('elders', { where: { _id: command.in(missing) }, limit: missing.length })
    for (const elder of found) known.set(elder.id, elder)
  }
  await read(ids)
  await read([...known.values()].flatMap(({ joinedTo }) => joinedTo ?? []))
  await read([...known.values()].flatMap(({ joined = [] }) => joined))
  const all = new Map<string, ElderRecord>()
  for (const id of ids) {
    const named = known.get(id)
    const elder = known.get(named?.joinedTo ?? id) ?? named
    const joined = (elder?.joined ?? []).flatMap((one) => known.get(one) ?? [])
    if (elder)
      all.set(
        id,
        united(
          elder,
          joined.filter(({ state }) => state !== 'erased'),
        ),
      )
  }
  return all
}
