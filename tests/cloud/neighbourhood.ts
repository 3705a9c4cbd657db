import {
  aMealPolicy,
  aMember,
  anElder,
  anElderAccount,
  aRelative,
  aSitting,
  aStation,
  DISTRICT,
  extremelyPoor,
} from '../domain/builders'
import type { Stock } from './a-cloud'

export const wang = anElder({ id: 'e-wang', categories: extremelyPoor, openid: 'o-wang' })
export const chen = anElder({
  id: 'e-chen',
  name: '陈建国',
  sex: 'male',
  birthDate: '1955-06-01',
  stationId: 'st-two',
  townId: 't-west',
})

/** Two stations, two elders, and one of everybody who may call. */
export function aNeighbourhood(own: Stock = {}): Stock {
  return {
    stations: [aStation(), aStation({ id: 'st-two', name: '二号驿站', townId: 't-west' })],
    elders: [wang, chen],
    accounts: [
      anElderAccount('o-wang', wang),
      aRelative('o-daughter', wang),
      aRelative('o-viewer', wang, ['view']),
      aRelative('o-stranger', chen),
      aMember('o-clerk', 'clerk', 'st-one'),
      aMember('o-manager', 'manager', 'st-one'),
      aMember('o-other-clerk', 'clerk', 'st-two'),
      aMember('o-volunteer', 'volunteer', DISTRICT, { helperKind: 'partyMember' }),
      aMember('o-second', 'volunteer', DISTRICT, { helperKind: 'neighbour' }),
      aMember('o-suspended', 'volunteer', DISTRICT, { state: 'suspended' }),
      aMember('o-coordinator', 'coordinator', 't-east'),
      aMember('o-other-coordinator', 'coordinator', 't-west'),
      aMember('o-supervisor', 'supervisor', DISTRICT),
    ],
    policies: [aMealPolicy()],
    sittings: [aSitting()],
    ...own,
  }
}
