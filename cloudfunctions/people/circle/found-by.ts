import { AppError } from '#types/errors'
import { readIdNumber } from '#types/id-numbers'
import { nameKey } from '#types/names'
import type { people } from '#types/people'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { digestsOf } from '../../_shell/sealed-parts'

type By = Parameters<Handler<typeof people.ask>>[1]['by']

/**
 * The elder on whose card a code stands, or whose id number and name these are. Wrong code, wrong number, wrong name and nobody
 * at all are one answer, so that guessing tells nothing.
 * @throws AppError `NOT_FOUND_BY_THIS`
 */
export async function foundBy(by: By): Promise<string> {
  const elderId = 'code' in by ? await onCard(by.code) : await withIdNumber(by.idNumber, by.elderName)
  if (elderId === null) throw new AppError('NOT_FOUND_BY_THIS')
  return elderId
}

async function onCard(code: string): Promise<string | null> {
  return (await find('cards', code))?.elderId ?? null
}

async function withIdNumber(text: string, name: string): Promise<string | null> {
  const read = readIdNumber(text)
  if (!read.ok) return null
  for (const digest of digestsOf(read.idNumber)) {
    const known = await find('identities', digest)
    if (!known) continue
    const ids = [known.elderId, ...(known.claims ?? []).map(({ elderId }) => elderId)]
    const elders = await Promise.all([...new Set(ids)].map((id) => (id === null ? null : find('elders', id))))
    return elders.find((elder) => elder && nameKey(elder.name) === nameKey(name))?.id ?? null
  }
  return null
}
