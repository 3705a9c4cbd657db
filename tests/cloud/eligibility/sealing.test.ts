import type { NewDocument } from '../../../types/eligibility/applications'
import { upload } from '../../emulator/wire/storage-sdk'
import { aCloud, accepted, codeOf, nightly, type TestCloud } from '../a-cloud'
import { versionOf } from '../people/privacy/calls'
import { applicationsOf, CATEGORY, JPEG, wish } from './applications'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
beforeEach(() => begin())
afterEach(() => {
  cloud.emulator.gateway.setGate(undefined)
  cloud.emulator.gateway.faults.set([])
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const { begin, call, by, codeBy, photo, take, decide, stored } = applicationsOf(() => cloud)

const OTHER = Buffer.concat([JPEG, Buffer.from('another photo')])
const CATEGORY_USE = { purpose: 'category', version: versionOf('category') }
const PAGE = Buffer.from('<!DOCTYPE html><html></html>')
const applying = (documents: NewDocument[], own: object = {}) => ({
  elderId: 'e-wang',
  category: CATEGORY,
  documents,
  ...own,
})
const exchange = (path: string, body = OTHER, openid = 'o-daughter') =>
  upload(cloud.emulator.url, path, { body, openid })
const pathIn = (fileId = '') => fileId.split('/').slice(3).join('/')
/** What the reviewer sees. */
const seen = async (): Promise<Buffer[]> => {
  const shown = await by<{ link: string | null }[]>('o-coordinator', 'documents', wish())
  return Promise.all(
    shown.map(async ({ link }) => Buffer.from(await (await fetch(link ?? '')).arrayBuffer())),
  )
}
/** Does something once, when the functions send a call of this name for the nth time. */
const beforeThe = (nth: number, action: string, happens: () => Promise<unknown>) => {
  let left = nth
  cloud.emulator.gateway.setGate(async (sent) => {
    if (sent.action === action && --left === 0) await happens()
  })
}
const nightAfter = async (date: string) => {
  cloud.emulator.clock.set(new Date(`${date}T18:30:00Z`))
  await cloud.emulator.timers.fire('scheduler', 'sweep')
}

describe('a paper', () => {
  it('is a copy that functions wrote and no phone writes; what was sent is gone', async () => {
    const sent = await photo()
    await by('o-daughter', 'apply', applying([sent]))
    const path = pathIn((await stored())?.documents[0]?.fileId ?? '')
    expect(path).toMatch(/^papers\/e-wang\/[A-Za-z0-9_-]{16,}\.jpg$/)
    expect(cloud.files()).toEqual([path])
    for (const openid of ['o-daughter', 'o-wang', 'o-coordinator'])
      expect(await exchange(path, OTHER, openid)).toMatchObject({ status: 403 })
    expect((await fetch(`${cloud.emulator.url}/storage/${path}`)).status).toBe(403)
    accepted(await take())
    expect(await seen()).toEqual([JPEG])
  })

  it('stays what it was, whatever is put where it was sent to', async () => {
    const sent = await photo()
    await by('o-daughter', 'apply', applying([sent]))
    expect(await exchange(sent.path)).toMatchObject({ status: 200 })
    accepted(await take())
    expect(await seen()).toEqual([JPEG])
  })

  it('is sealed once: sent again, for something else too, it is what it was', async () => {
    const sent = await photo()
    await by('o-daughter', 'apply', applying([sent]))
    await exchange(sent.path)
    const again = applying([sent], { category: 'extremePoverty' })
    accepted(await call('o-daughter', 'apply', again))
    const [first, second] = await cloud.stored('applications')
    expect(second?.documents[0]?.fileId).toBe(first?.documents[0]?.fileId)
    accepted(await take())
    expect(await seen()).toEqual([JPEG])
  })

  it('is sent again with what was sent back, and replaces nothing', async () => {
    const sent = await photo()
    await by('o-daughter', 'apply', applying([sent]))
    accepted(await take())
    accepted(await decide('return', { missing: ['户口簿'] }))
    await by('o-daughter', 'apply', applying([sent, await photo('o-daughter', { label: '户口簿' })]))
    expect((await stored())?.replaced).toEqual([])
    accepted(await take())
    expect(await seen()).toEqual([JPEG, JPEG])
  })

  it('is of the bytes that were checked, where it is exchanged before they are copied', async () => {
    const sent = await photo()
    beforeThe(1, 'storage.getUploadMetadata', () => exchange(sent.path))
    await by('o-daughter', 'apply', applying([sent]))
    accepted(await take())
    expect(await seen()).toEqual([JPEG])
  })

  it('is none where it is exchanged for a page after its first bytes were read', async () => {
    const [good, sent] = [await photo(), await photo()]
    beforeThe(1, 'database.modifyDocument', () => exchange(sent.path, PAGE))
    expect(await call('o-daughter', 'apply', applying([good, sent]))).toMatchObject({
      code: 'NOT_A_PHOTO',
      detail: { nths: ['2'] },
    })
    expect(await cloud.stored('applications')).toEqual([])
  })

  it('is what the first of two seals where it is exchanged between them', async () => {
    const sent = await photo()
    const other = call.bind(null, 'o-daughter', 'apply', applying([sent], { category: 'extremePoverty' }))
    beforeThe(1, 'storage.getUploadMetadata', async () => {
      cloud.emulator.gateway.setGate(undefined)
      await exchange(sent.path)
      accepted(await other())
    })
    await by('o-daughter', 'apply', applying([sent]))
    const papers = (await cloud.stored('applications')).map(({ documents }) => documents[0]?.fileId)
    expect(new Set(papers).size).toBe(1)
    accepted(await take())
    expect(await seen()).toEqual([OTHER])
    expect(cloud.files()).toEqual([pathIn(papers[0] ?? '')])
  })
})

describe('a photo', () => {
  it('is no paper any more once its place is given up', async () => {
    const sent = await photo()
    cloud.emulator.clock.set(new Date('2026-11-22T15:59:00Z'))
    expect(await codeBy('o-daughter', 'apply', applying([sent]))).toBe('accepted')
    await begin()
    const late = await photo()
    cloud.emulator.clock.set(new Date('2026-11-23T16:00:00Z'))
    expect(await codeBy('o-daughter', 'apply', applying([late]))).toBe('DOCUMENT_MISSING')
    expect(await cloud.stored('applications')).toEqual([])
  })

  it('that was sealed for nothing goes after two days, with what is left of its copies', async () => {
    await by('o-daughter', 'apply', applying([await photo()]))
    const paper = cloud.files()
    const sent = await photo()
    expect(await codeBy('o-daughter', 'apply', applying([sent]))).toBe('ALREADY_APPLIED')
    const sealed = (await cloud.stored('uploads')).map((one) => pathIn(one.sealed))
    expect(sealed).toHaveLength(2)
    expect(cloud.files().sort()).toEqual(sealed.sort())
    await nightAfter('2026-11-24')
    expect([cloud.files(), await cloud.stored('uploads')]).toEqual([paper, []])
  })

  it('is not sealed for what nobody gives out here', async () => {
    const sent = await photo()
    const other = applying([sent], { category: 'leftBehind' })
    expect(await codeBy('o-daughter', 'apply', other)).toBe('NOT_OFFERED')
    expect(cloud.files()).toEqual([sent.path])
    expect(await cloud.stored('uploads')).not.toContainEqual(
      expect.objectContaining({ sealed: expect.anything() }),
    )
  })

  it.each([1, 2])(
    'that was broken off after the copy was written is sealed by the next try, and nothing is left: %i',
    async (nth) => {
      const sent = await photo()
      const input = applying([sent], { key: 'one-intention' })
      cloud.emulator.gateway.faults.set([
        { kind: 'http500', action: 'database.modifyDocument', nth, times: 3 },
      ])
      expect(await codeBy('o-daughter', 'apply', input)).toBe('BUSY')
      cloud.emulator.gateway.faults.set([])
      expect(await codeBy('o-daughter', 'apply', input)).toBe('accepted')
      expect(cloud.files()).toHaveLength(1)
      accepted(await take())
      expect(await seen()).toEqual([JPEG])
    },
  )

  it('that was broken off after the copy was written, and never sent again, leaves nothing after two days', async () => {
    const sent = await photo()
    const broken = { kind: 'http500', action: 'database.modifyDocument', nth: 2, times: 3 } as const
    cloud.emulator.gateway.faults.set([broken])
    expect(await codeBy('o-daughter', 'apply', applying([sent]))).toBe('BUSY')
    cloud.emulator.gateway.faults.set([])
    expect(cloud.files()).toHaveLength(2)
    await nightAfter('2026-11-24')
    expect([cloud.files(), await cloud.stored('uploads')]).toEqual([[], []])
  })

  it('leaves no copy where her data go while it is sealed', async () => {
    const sent = await photo()
    beforeThe(2, 'database.modifyDocument', async () => {
      cloud.emulator.gateway.setGate(undefined)
      accepted(await cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' }))
    })
    expect(await codeBy('o-daughter', 'apply', applying([sent]))).toBe('DOCUMENT_MISSING')
    expect(cloud.files()).toEqual([])
  })

  it('and every copy of it are gone with her data', async () => {
    const sent = await photo()
    await by('o-daughter', 'apply', applying([sent]))
    await exchange(sent.path)
    await photo()
    accepted(await cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' }))
    expect(cloud.files()).toEqual([])
  })

  it.each([
    ['her data were deleted', 'people.erase', {}],
    ['she withdrew what it was for', 'people.consent', { agreed: CATEGORY_USE, isGiven: false }],
  ] as const)('that is put where it was sent to after %s goes in a night', async (_case, action, own) => {
    const [used, unused] = [await photo(), await photo()]
    await by('o-daughter', 'apply', applying([used]))
    accepted(await cloud.as('o-wang').call(action, { elderId: 'e-wang', ...own }))
    expect(cloud.files()).toEqual([])
    for (const { path } of [used, unused]) expect(await exchange(path)).toMatchObject({ status: 200 })
    await nightAfter('2026-11-22')
    await nightAfter('2026-11-24')
    expect([cloud.files(), await cloud.stored('uploads')]).toEqual([[], []])
  })

  it('counts no more where she agreed again to what it was for', async () => {
    const [used, unused] = [await photo(), await photo()]
    await by('o-daughter', 'apply', applying([used]))
    for (const isGiven of [false, true])
      accepted(
        await cloud.as('o-wang').call('people.consent', { elderId: 'e-wang', agreed: CATEGORY_USE, isGiven }),
      )
    for (const one of [used, unused]) {
      await exchange(one.path)
      expect(await codeBy('o-daughter', 'apply', applying([one]))).toBe('DOCUMENT_MISSING')
    }
    expect(await codeBy('o-daughter', 'apply', applying([await photo()]))).toBe('accepted')
  })
})

it('that is refused for anybody else leaves no copy', async () => {
  const sent = await photo('o-wang')
  expect(codeOf(await call('o-daughter', 'apply', applying([sent])))).toBe('DOCUMENT_MISSING')
  expect(cloud.files()).toEqual([sent.path])
})
