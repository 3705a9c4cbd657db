import { asAnswered } from '../likenesses/refusals'
import type { ElderRecord } from '../records'

/** Telephone numbers of an elder, each with the registration in which it stands and is sealed. */
export interface Telephones {
  /** Registrations that hold a number of her own, the one that is rung first first. */
  own: (ElderRecord & { phone: NonNullable<ElderRecord['phone']> })[]
  contacts: { of: ElderRecord; contact: ElderRecord['contacts'][number] }[]
}

/**
 * The numbers of an elder as all registrations of hers have them, her contacts in their order, each once as far as their masks tell. None
 * of one to which she has not agreed.
 * @param all the one that stands for her first
 */
export function telephonesOf(all: readonly ElderRecord[]): Telephones {
  const isAgreed = (one: ElderRecord) => one.state === 'active' && asAnswered(one).consents.service !== null
  const agreed = all[0] && isAgreed(all[0]) ? all.filter(isAgreed) : []
  const own: Telephones['own'] = []
  const contacts: Telephones['contacts'] = []
  for (const of of agreed) {
    const { phone } = of
    if (phone !== null && !own.some((one) => one.phone.masked === phone.masked)) own.push({ ...of, phone })
    for (const contact of of.contacts) {
      const isSame = (one: Telephones['contacts'][number]) =>
        one.of !== of &&
        (['name', 'relation', 'masked'] as const).every((part) => one.contact[part] === contact[part])
      if (!contacts.some(isSame)) contacts.push({ of, contact })
    }
  }
  return { own, contacts }
}
