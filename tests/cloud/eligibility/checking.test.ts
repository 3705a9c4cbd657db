import type { Application, NewDocument } from '../../../types/eligibility/applications'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { APPLICATION, applicationsOf, CATEGORY, JPEG, wish } from './applications'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
beforeEach(() => begin())
afterEach(() => cloud.emulator.gateway.faults.set([]))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const { begin, by, photo, take, decide, stored } = applicationsOf(() => cloud)

/** A photo as WeChat judges it here: by the words among its bytes. */
const photoWith = (words: string, label = '身份证') =>
  photo('o-daughter', { label, content: Buffer.concat([JPEG, Buffer.from(words)]) })
const apply = (documents: NewDocument[]) =>
  by('o-daughter', 'apply', { elderId: 'e-wang', category: CATEGORY, documents })
const shown = () => by<Application>('o-daughter', 'application', wish())
const papers = () => by<{ link: string | null; isRefused?: boolean }[]>('o-coordinator', 'documents', wish())

describe('a photo of a paper', () => {
  it('is for its reviewer alone, before WeChat has answered as after', async () => {
    await apply([await photoWith('')])
    accepted(await take())
    const [before] = await papers()
    expect((await fetch(before?.link ?? '')).status).toBe(200)
    await cloud.emulator.push()
    const [after] = await papers()
    expect((await fetch(after?.link ?? '')).status).toBe(200)
    expect((await shown()).documents).toEqual([
      { label: '身份证', at: expect.any(String), by: expect.any(String) },
    ])
  })

  it('is shown to nobody once WeChat has refused it, and whoever sent it is told which', async () => {
    await apply([await photoWith('违禁示例词'), await photoWith('', '低保证')])
    accepted(await take())
    await cloud.emulator.push()
    expect(await papers()).toEqual([
      { label: '身份证', link: null, isRefused: true },
      { label: '低保证', link: expect.any(String) },
    ])
    expect((await shown()).documents.map(({ isRefused }) => isRefused)).toEqual([true, undefined])
  })

  it('stays with its reviewer where WeChat wants a person to look', async () => {
    await apply([await photoWith('可疑示例词')])
    accepted(await take())
    await cloud.emulator.push()
    expect(await papers()).toEqual([{ label: '身份证', link: expect.any(String) }])
  })

  it('stays with its reviewer where WeChat takes no question, and is sent all the same', async () => {
    const sent = await photoWith('违禁示例词')
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi', times: 20 }])
    expect((await apply([sent])).state).toBe('submitted')
    await cloud.emulator.push()
    expect((await shown()).documents.map(({ isRefused }) => isRefused)).toEqual([undefined])
  })

  it('is not kept with an application that is sent again', async () => {
    await apply([await photoWith('违禁示例词'), await photoWith('', '低保证')])
    accepted(await take())
    await cloud.emulator.push()
    accepted(await decide('return', { missing: ['身份证'] }))
    const again = await apply([await photo()])
    expect(again.documents.map(({ label, isRefused }) => [label, isRefused])).toEqual([
      ['低保证', undefined],
      ['身份证', undefined],
    ])
    expect((await stored())?.replaced).toHaveLength(1)
  })
})

describe('what WeChat tells of a photo', () => {
  const push = (own: object) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    result: { suggest: 'risky' },
    ...own,
  })
  const tell = (event: object) =>
    cloud.emulator.runner.invoke('eligibility', event, { openid: 'o-stranger', source: 'wx_client' })

  it('counts only under the number that nobody else knows', async () => {
    await apply([await photoWith('')])
    for (const traceId of ['', APPLICATION, null, { $gt: '' }]) await tell(push({ trace_id: traceId }))
    await tell(push({}))
    expect((await shown()).documents.map(({ isRefused }) => isRefused)).toEqual([undefined])
    const [upload] = await cloud.stored('uploads')
    await tell(push({ trace_id: upload?.traceId }))
    expect((await shown()).documents.map(({ isRefused }) => isRefused)).toEqual([true])
  })

  it('is nothing where it is another event', async () => {
    expect(await tell(push({ Event: 'user_enter_tempsession' }))).toMatchObject({ code: 'UNKNOWN_ACTION' })
    expect(await tell(push({ Event: 'constructor' }))).toMatchObject({ code: 'UNKNOWN_ACTION' })
  })

  it('is the same when it is told twice', async () => {
    await apply([await photoWith('')])
    const [upload] = await cloud.stored('uploads')
    for (let times = 0; times < 2; times += 1)
      expect(await tell(push({ trace_id: upload?.traceId }))).toBe('success')
    expect((await shown()).documents.map(({ isRefused }) => isRefused)).toEqual([true])
  })
})
