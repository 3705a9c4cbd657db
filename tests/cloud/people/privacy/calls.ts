import { consentTexts } from '../../../../cloudfunctions/_shell/policies'
import type { Purpose } from '../../../../types/people/elders'
import { LUNCH } from '../../../domain/builders'
import type { TestCloud } from '../../a-cloud'
import { wang } from '../../neighbourhood'

export const paper = { how: 'paper', form: '2026-009', witness: '李站长' }
export const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
/** Of the text in force. */
export const versionOf = (purpose: Purpose) =>
  consentTexts.texts.find((text) => text.purpose === purpose)?.version ?? ''

/** What Wang agrees to in a cloud, and what is there of her. */
export function callsOf(cloud: () => TestCloud) {
  return {
    say: (purpose: Purpose, isGiven: boolean, openid = 'o-wang', own: object = {}) =>
      cloud()
        .as(openid)
        .call('people.consent', {
          elderId: 'e-wang',
          agreed: { purpose, version: versionOf(purpose) },
          isGiven,
          ...own,
        }),
    hers: async () => (await cloud().one('elders', 'e-wang')) ?? wang,
    everything: () => cloud().emulator.engine.dump(),
  }
}
