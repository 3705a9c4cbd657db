import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import type { Application, NewDocument } from '../../../types/eligibility/applications'
import { aLunchOn, extremelyPoor, NOW } from '../../domain/builders'
import { upload } from '../../emulator/wire/storage-sdk'
import { accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

export const CATEGORY = 'basicCareRecipient'
export const APPLICATION = `e-wang_${CATEGORY}`
export const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')

/** Of whom nobody knows whether she is a basic care recipient; of the rest it is known that she is nothing. */
export const wanting: ElderRecord = {
  ...wang,
  categories: [],
  askedOn: null,
  notHeld: extremelyPoor,
}
const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map(aLunchOn)
export const wish = (own: object = {}) => ({ applicationId: APPLICATION, ...own })

/** What people do with Wang's application in a cloud. */
export function applicationsOf(cloud: () => TestCloud) {
  const call = (openid: string | null, action: string, input: object) =>
    cloud().as(openid).call(`eligibility.${action}`, input)
  const by = async <T = Application>(openid: string, action: string, input: object) =>
    accepted<T>(await call(openid, action, input))
  /** Asks for a place, and puts a photo there as the phone does. */
  const photo = async (
    openid = 'o-daughter',
    { label = '身份证', elderId = 'e-wang', content = JPEG } = {},
  ): Promise<NewDocument> => {
    const { path } = await by<{ path: string }>(openid, 'startDocument', { elderId })
    const { json } = await upload(cloud().emulator.url, path, { body: content, openid })
    return { path, fileId: json.fileID, label }
  }
  const apply = async (openid = 'o-daughter', own: object = {}): Promise<Application> => {
    const documents = [await photo(openid)]
    return by(openid, 'apply', { elderId: 'e-wang', category: CATEGORY, documents, ...own })
  }
  const take = (openid = 'o-coordinator') => call(openid, 'take', wish())
  return {
    begin: (own: Stock = {}, now = NOW) =>
      cloud().restock(aNeighbourhood({ elders: [wanting, chen], sittings: days, ...own }), now),
    call,
    by,
    codeBy: async (openid: string, action: string, input: object) =>
      codeOf(await call(openid, action, input)),
    photo,
    apply,
    take,
    decide: (verdict: string, own: object = {}, openid = 'o-coordinator') =>
      call(openid, 'decide', wish({ verdict, ...own })),
    /** Applied for, and taken into review by the coordinator. */
    inReview: async (): Promise<void> => {
      await apply()
      accepted(await take())
    },
    stored: () => cloud().one('applications', APPLICATION),
    minutesLater: (minutes: number) =>
      cloud().emulator.clock.set(new Date(cloud().emulator.clock.now().getTime() + minutes * 60_000)),
    everything: () => cloud().emulator.engine.dump(),
  }
}
