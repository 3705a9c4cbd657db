import type { Application } from '../../../types/eligibility/applications'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { applicationsOf, CATEGORY, JPEG } from './applications'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, call, by, photo, take, decide, inReview, stored, everything } = applicationsOf(() => cloud)

const bytes = (text: string) => Buffer.from(text, 'latin1')
const PAGE = bytes('<!DOCTYPE html><html></html>')
const wish = { elderId: 'e-wang', category: CATEGORY }
const ofBytes = (content: typeof JPEG, label = '身份证') => photo('o-daughter', { label, content })

describe('eligibility.apply', () => {
  it.each([
    ['a JPEG', JPEG],
    ['a JPEG of three megabytes', Buffer.concat([JPEG, Buffer.alloc(3_000_000)])],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR')],
    ['a WebP', bytes('RIFF\n\x00\x0d\x00WEBPVP8 ')],
  ])('takes %s', async (_, content) => {
    const documents = [await ofBytes(content)]
    expect((await by('o-daughter', 'apply', { ...wish, documents })).state).toBe('submitted')
  })

  it.each([
    ['a HEIC', bytes('\x00\x00\x00\x24ftypheic\x00\x00\x00\x00')],
    ['a page', PAGE],
    ['an empty file', Buffer.alloc(0)],
    ['a PDF', bytes('%PDF-1.7\n')],
    ['the beginning of a beginning', JPEG.subarray(0, 2)],
  ])('refuses %s that is called .jpg, and stores nothing', async (_, content) => {
    const documents = [await ofBytes(content)]
    const before = await everything()
    const reply = await call('o-daughter', 'apply', { ...wish, documents })
    expect(reply).toMatchObject({
      ok: false,
      code: 'NOT_A_PHOTO',
      detail: { nths: ['1'], labels: ['身份证'] },
    })
    expect(await everything()).toEqual(before)
  })

  it('says which ones among good ones, and takes the good ones without them', async () => {
    const [first, second, third, fourth] = [
      await ofBytes(JPEG, '身份证'),
      await ofBytes(PAGE, '户口簿'),
      await ofBytes(JPEG, '户口簿'),
      await ofBytes(Buffer.alloc(0), '证明'),
    ]
    const key = 'one-intention'
    const sent = { ...wish, documents: [first, second, third, fourth], note: '请尽快', key }
    const detail = { nths: ['2', '4'], labels: ['户口簿', '证明'] }
    for (const _ of [1, 2])
      expect(await call('o-daughter', 'apply', sent)).toMatchObject({ code: 'NOT_A_PHOTO', detail })
    expect(await cloud.stored('applications')).toEqual([])
    expect(cloud.files()).toHaveLength(4)
    const again = { ...sent, documents: [first, third], key: 'another-intention' }
    expect((await by('o-daughter', 'apply', again)).documents.map(({ label }) => label)).toEqual([
      '身份证',
      '户口簿',
    ])
  })

  it('refuses none of many taps in part', async () => {
    const documents = [await ofBytes(JPEG), await ofBytes(PAGE)]
    const replies = await Promise.all(
      [1, 2, 3].map(() => call('o-daughter', 'apply', { ...wish, documents })),
    )
    expect(replies.map(codeOf)).toEqual(replies.map(() => 'NOT_A_PHOTO'))
    expect(await cloud.stored('applications')).toEqual([])
  })

  it('looks at what is added to one that was sent back, which stays as it was', async () => {
    await inReview()
    accepted(await decide('return', { missing: ['户口簿'] }))
    const before = await stored()
    const wrong = await ofBytes(PAGE, '户口簿')
    expect(codeOf(await call('o-daughter', 'apply', { ...wish, documents: [wrong] }))).toBe('NOT_A_PHOTO')
    expect(await stored()).toEqual(before)
    const documents = [await ofBytes(JPEG, '户口簿')]
    const again: Application = await by('o-daughter', 'apply', { ...wish, documents })
    expect(again.documents.map(({ label }) => label)).toEqual(['身份证', '户口簿'])
    expect(codeOf(await take())).toBe('accepted')
  })
})
