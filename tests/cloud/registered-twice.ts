import type { LikenessRecord } from '../../cloudfunctions/_domain/people/likenesses/records'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import { aLikeness, anElder, aRelation, aRelative, NOW } from '../domain/builders'
import type { Stock } from './a-cloud'
import { aNeighbourhood, chen, wang } from './neighbourhood'

/** What the son types who does not know that his sister has registered their mother. */
export const motherAgain = {
  name: '王 秀英',
  birthDate: '1944-03-05',
  sex: 'female',
  building: '长江路 18 弄 2 号',
  living: 'alone',
}

/** Wang, registered a second time by her son, who may book for her under that registration. */
export const again = anElder({ id: 'e-again', name: '王 秀英', circle: ['o-son'], code: '34567890' })
/** Somebody like Chen at the other station. */
const chenAgain = anElder({ ...chen, id: 'e-chenagain', circle: [], code: '45678901' })
/** Somebody like Wang at another station of her town. */
const far = anElder({ id: 'e-far', stationId: 'st-three', stationName: '三号驿站', code: '56789012' })

/** Wang's pair at one station, Chen's at the other, and one of two stations in Wang's town. */
export const PAIR = 'e-again_e-wang'
export const CHENS_PAIR = 'e-chen_e-chenagain'
export const TOWNS_PAIR = 'e-far_e-wang'

const pairs = [
  aLikeness(),
  aLikeness({
    id: CHENS_PAIR,
    elderId: 'e-chenagain',
    otherId: 'e-chen',
    stationId: 'st-two',
    townId: 't-west',
  }),
  aLikeness({ id: TOWNS_PAIR, elderId: 'e-far', stationId: null }),
]

/** Three pairs of registrations that nobody has looked at yet. `as`: Wang as this test has her. */
export function registeredTwice(own: Stock = {}, as: ElderRecord = wang): Stock {
  const { accounts = [], relations = [] } = { ...aNeighbourhood(), ...own }
  return {
    ...own,
    elders: [as, chen, again, chenAgain, far],
    accounts: [...accounts, { ...aRelative('o-son', again, ['view', 'order'], 'son'), name: '王强' }],
    relations: [...relations, aRelation(again, 'o-son', { relation: 'son', name: '王强' })],
    likenesses: pairs,
  }
}

/** The same once all of them are joined: Wang's and Chen's second registrations point to the first. */
export function joinedTwice(own: Stock = {}, as: ElderRecord = wang): Stock {
  const scene = registeredTwice(own, as)
  const decided = { by: '某人', at: NOW.toISOString() }
  const staysOf = (pair: LikenessRecord) => ({ staysId: pair.otherId, asks: [], phone: null })
  return {
    ...scene,
    elders: [
      { ...as, joined: ['e-again', 'e-far'] },
      { ...chen, joined: ['e-chenagain'] },
      ...[again, far].map((one) => ({ ...one, joinedTo: 'e-wang' })),
      { ...chenAgain, joinedTo: 'e-chen' },
    ],
    likenesses: pairs.map((pair) => ({ ...pair, state: 'joined', decided, joining: staysOf(pair) })),
  }
}
