import {
  aKitchen,
  aMealPolicy,
  aMember,
  anElder,
  anElderAccount,
  aRelation,
  aRelative,
  aSitting,
  aStation,
  DISTRICT,
  extremelyPoor,
  membershipsOf,
} from '../domain/builders'
import type { Stock } from './a-cloud'

export const wang = anElder({
  id: 'e-wang',
  categories: extremelyPoor,
  openid: 'o-wang',
  circle: ['o-daughter', 'o-viewer', 'o-health', 'o-log'],
})
export const chen = anElder({
  id: 'e-chen',
  name: '陈建国',
  sex: 'male',
  birthDate: '1955-06-01',
  stationId: 'st-two',
  townId: 't-west',
  circle: ['o-stranger', 'o-guardian'],
  code: '23456789',
})

const accounts = [
  anElderAccount('o-wang', wang),
  aRelative('o-daughter', wang),
  aRelative('o-viewer', wang, ['view']),
  aRelative('o-stranger', chen),
  aRelative('o-health', wang, ['view', 'health']),
  aRelative('o-log', wang, ['view', 'log']),
  aRelative('o-guardian', chen, ['view', 'order', 'health', 'log'], 'guardian'),
  aMember('o-clerk', 'clerk', 'st-one'),
  aMember('o-manager', 'manager', 'st-one'),
  aMember('o-other-clerk', 'clerk', 'st-two'),
  aMember('o-kitchen', 'kitchen', 'k-one'),
  aMember('o-own-cook', 'kitchen', 'k-own'),
  aMember('o-volunteer', 'volunteer', DISTRICT, { helperKind: 'partyMember' }),
  aMember('o-second', 'volunteer', DISTRICT, { helperKind: 'neighbour' }),
  aMember('o-suspended', 'volunteer', DISTRICT, { state: 'suspended' }),
  aMember('o-coordinator', 'coordinator', 't-east'),
  aMember('o-other-coordinator', 'coordinator', 't-west'),
  aMember('o-supervisor', 'supervisor', DISTRICT),
]

/** Two stations, a kitchen for many and the first station's own, two elders, and one of everybody who may call. With nothing of one's own it is always the very same stock. */
export function aNeighbourhood(own?: Stock): Stock {
  return own ? { ...plain, ...own } : plain
}

const plain: Stock = {
  stations: [aStation(), aStation({ id: 'st-two', name: '二号驿站', townId: 't-west' })],
  kitchens: [aKitchen(), aKitchen({ id: 'k-own', name: '一号驿站厨房', stationId: 'st-one' })],
  elders: [wang, chen],
  accounts,
  relations: [
    aRelation(wang, 'o-daughter'),
    aRelation(wang, 'o-viewer', { scopes: ['view'] }),
    aRelation(chen, 'o-stranger'),
    aRelation(wang, 'o-health', { scopes: ['view', 'health'] }),
    aRelation(wang, 'o-log', { scopes: ['view', 'log'] }),
    aRelation(chen, 'o-guardian', { relation: 'guardian', scopes: ['view', 'order', 'health', 'log'] }),
  ],
  memberships: membershipsOf(accounts),
  cards: [wang, chen].map(({ id, district, code }) => ({ id: code, district, elderId: id })),
  districts: [
    {
      id: DISTRICT,
      name: '安静区',
      cityId: 'c-quiet',
      invented: true,
      emergencyFromAfar: null,
      towns: [
        { id: 't-east', name: '东街道' },
        { id: 't-west', name: '西街道' },
      ],
      answersWhenClosed: { name: '区里值班的人', phone: '000-0009' },
    },
  ],
  policies: [aMealPolicy()],
  sittings: [aSitting()],
}
