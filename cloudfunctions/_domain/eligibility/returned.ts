import type { Home } from '#types/people'
import { eldersOf, isLent, registrationsOf } from '../access/holdings'
import type { AccountRecord, ElderRecord, ElderSummary } from '../people/records'
import type { ApplicationRecord } from './records'

/**
 * An elder as an application leaves her: what was sent back stands with her until it is sent again, withdrawn or decided otherwise,
 * so that the accounts near her have it and no page needs to look for it; with her yes to the use of her categories it goes. The
 * same record where nothing of it changes.
 * @param person the id under which others know an account (`personOf`)
 */
export function withReturned(
  elder: ElderRecord,
  { id, category, label, state, by, applicants, notify }: ApplicationRecord,
  person: (openid: string) => string,
): ElderRecord {
  const others = elder.returned?.filter((one) => one.id !== id) ?? []
  if (state === 'returned' && elder.consents.category !== null) {
    const told = [...new Set([...applicants, ...(notify === null ? [] : [person(notify)])])]
    return { ...elder, returned: [...others, { id, category, label, told, isHers: by.role !== 'family' }] }
  }
  return others.length === (elder.returned?.length ?? 0) ? elder : { ...elder, returned: others }
}

/** What came back, for living elders, to somebody who sent it or is told of it, and may still send it again. */
export const returnedTo = (account: AccountRecord, person: string): Home['returned'] =>
  registrationsOf(account, 'view')
    .filter((one) => one.diedOn === null && !isLent(one))
    .filter(({ relation, scopes }) => relation === 'guardian' || scopes.includes('order'))
    .flatMap(({ elderId, joinedTo, relation, returned = [] }) =>
      returned
        .filter(({ told, isHers }) => told.includes(person) || (relation === 'self' && isHers))
        .map(({ id, category, label }) => ({
          id,
          elderId: standing(account, { elderId, joinedTo }),
          category,
          label,
        })),
    )

/** For whom it is sent again: the registration that stands for her, where the account may act for that one. */
function standing(
  account: AccountRecord,
  { elderId, joinedTo }: Pick<ElderSummary, 'elderId' | 'joinedTo'>,
): string {
  const isTheirs = eldersOf(account, 'view').some((one) => one.elderId === joinedTo)
  return joinedTo !== undefined && isTheirs ? joinedTo : elderId
}

/** A second registration once its elder asks under the one that stands for her: nobody has to send it again there. */
export const withoutReturned = (one: ElderRecord, category: ApplicationRecord['category']): ElderRecord =>
  one.returned?.some((sought) => sought.category === category)
    ? { ...one, returned: one.returned.filter((sought) => sought.category !== category) }
    : one
