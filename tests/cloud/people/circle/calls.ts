import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { Me } from '../../../../types/people'
import type { Asked } from '../../../../types/people/circle'
import type { FoundElder } from '../../../../types/people/found'
import { LUNCH } from '../../../domain/builders'
import { accepted, codeOf, type TestCloud } from '../../a-cloud'
import { wang } from '../../neighbourhood'

export const paper = { how: 'paper', form: '2026-017', witness: '李站长' }
export const service = { purpose: 'service', version: 'service-2026-11' }
export const meal = (elderId: string) => ({ sittingId: LUNCH, elderId, mode: 'dineIn', setId: 'fish' })
export const visit = (elderId: string) => ({ elderId, urgency: 'hard', reason: '买药', when: 'today' })
export const wish = {
  relation: 'daughter',
  scopes: ['view', 'order', 'log'],
  words: '我是小敏',
  name: '李敏',
}
export const memberOf = (elderId: string, openid: string) => relationId(elderId, personOf(openid))
export const ASKED = memberOf('e-wang', 'o-new')

/** What people ask, grant and do for elders in a cloud. */
export function callsOf(cloud: () => TestCloud) {
  const by = async <T = Record<string, unknown>>(openid: string, action: string, input: object = {}) =>
    accepted<T>(await cloud().as(openid).call(`people.${action}`, input))
  return {
    by,
    codeBy: async (openid: string, action: string, input: object = {}) =>
      codeOf(await cloud().as(openid).call(`people.${action}`, input)),
    find: async (text: string) =>
      (await by<{ elders: FoundElder[] }>('o-clerk', 'find', { stationId: 'st-one', text })).elders,
    me: (openid: string) => by<Me>(openid, 'me'),
    ask: (openid = 'o-new', own: object = {}) =>
      by<Asked>(openid, 'ask', { by: { code: wang.code }, ...wish, ...own }),
    book: async (openid: string, elderId: string) =>
      codeOf(await cloud().as(openid).call('meals.book', meal(elderId))),
    relation: (id: string) => cloud().one('relations', id),
    messages: () => cloud().emulator.gateway.outbox.messages(),
  }
}
