import { sealedContacts, sealedIdNumber, sealedPhone } from '../../cloudfunctions/_shell/sealed-parts'
import { anElder, aYes } from '../domain/builders'
import type { Stock } from './a-cloud'
import { aNeighbourhood, chen, wang } from './neighbourhood'
import { WANGS_NUMBER } from './writing-actions'

/** What is known of one elder alone; each text is found nowhere else. */
export const marks = {
  idNumber: WANGS_NUMBER,
  phone: '13911112222',
  room: '九百零九室',
  allergy: '荔枝过敏',
  evidence: '特困证七十七号',
  contact: '周保国',
  contactPhone: '13733334444',
  /** Who wrote down that she is away, since when, and when she died. */
  absence: '赵登记员',
  awaySince: '2026-10-17',
  diedOn: '2026-11-13',
}

/** How her name is read: made from it, and for nobody's eyes. */
export const readings = 'wang王xiu秀ying英'

/** Wang, with everything that can be known of her. */
export const marked = anElder({
  ...wang,
  idNumber: sealedIdNumber('e-wang', marks.idNumber),
  ...sealedPhone('e-wang', marks.phone),
  building: '黄山路 99 弄 8 号',
  room: marks.room,
  place: { lng: 120.7654, lat: 31.4567 },
  categories: wang.categories.map((held) => ({ ...held, evidence: marks.evidence })),
  ability: { grade: 2, assessor: '孙评估', on: '2025-05-06' },
  absences: [{ kind: 'hospital', from: marks.awaySince, to: null, by: marks.absence }],
  diet: ['soft'],
  readings: [readings],
  allergies: [marks.allergy],
  contacts: sealedContacts('e-wang', [
    { name: marks.contact, relation: 'neighbour', phone: marks.contactPhone },
  ]),
})

/** Somebody else, of whom no text is also hers. */
const other = anElder({
  ...chen,
  building: '泰山路 1 弄 1 号',
  consents: { service: { ...aYes, by: chen.name }, health: null, category: null, location: null },
})

/** The neighbourhood, with her in it. With nothing of one's own it is always the very same stock. */
export function aMarkedNeighbourhood(own?: Stock): Stock {
  return own ? { ...plain, ...own } : plain
}

const plain = marking()

function marking(): Stock {
  const { accounts, relations } = aNeighbourhood()
  const { district, idNumber, place, building } = marked
  return aNeighbourhood({
    elders: [marked, other],
    identities: [{ id: idNumber?.digest ?? '', district, elderId: marked.id }],
    accounts: accounts?.map((account) => ({
      ...account,
      self: account.self && { ...account.self, place },
      relations: account.relations.map((one) =>
        one.elderId === marked.id ? { ...one, place } : { ...one, politeName: '陈爷爷' },
      ),
    })),
    relations: relations?.map((one) => {
      const home = one.elderId === marked.id ? building : other.building
      return { ...one, building: home, granted: one.granted && { ...one.granted, by: one.elderName } }
    }),
  })
}
