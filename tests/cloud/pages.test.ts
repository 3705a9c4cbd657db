import { triggers } from '../../cloudfunctions/scheduler/config.json'
import type { CopyPart, LogLine } from '../../types/people/privacy'
import { anApplication, anAuditLine, anElder, anUpload, aPhoto, NOW } from '../domain/builders'
import { aCloud, accepted, type TestCloud } from './a-cloud'
import { aNeighbourhood, wang } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const times = <T>(count: number, one: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(String(i).padStart(3, '0')))

describe('230 lines of the log at one instant', () => {
  const auditLog = times(230, (id) =>
    anAuditLine({ id: `r-${id}`, requestId: `r-${id}`, reason: `第${id}行` }),
  )
  const before = anAuditLine({ id: 'before', requestId: 'before', at: '2026-11-20T00:00:00.000Z' })
  beforeEach(() => cloud.restock(aNeighbourhood({ auditLog: [...auditLog, before] })))

  it('are all told once by people.log, and so is what came before', async () => {
    const log = (own: object = {}) => cloud.as('o-wang').call('people.log', { elderId: 'e-wang', ...own })
    const first = accepted<LogLine[]>(await log())
    expect(first.map(({ reason }) => reason).sort()).toEqual(auditLog.map(({ reason }) => reason))
    expect(accepted<LogLine[]>(await log({ before: NOW.toISOString() }))).toHaveLength(1)
  })

  it('are all told once by people.copy, and so is what came before', async () => {
    const told: CopyPart[] = []
    for (let after: string | null = null; ; ) {
      const input = { elderId: 'e-wang', part: 'log', ...(after !== null && { after }) }
      const page: { parts: CopyPart[]; next: string | null } = accepted(
        await cloud.as('o-wang').call('people.copy', input),
      )
      told.push(...page.parts.filter(({ rows }) => !rows.some(({ value }) => value === '拿了一份资料')))
      after = page.next
      if (after === null) break
    }
    expect(told).toHaveLength(231)
  })
})

describe('the nightly sweep', () => {
  it('reminds each of 130 elders of a category that ends soon', async () => {
    const [held] = wang.categories
    if (!held) throw new Error('she holds none')
    const elders = times(130, (id) =>
      anElder({ id: `e-${id}`, openid: `o-${id}`, categories: [{ ...held, to: '2026-11-30' }] }),
    )
    await cloud.restock(aNeighbourhood({ elders }))
    await sweep()
    await sweep()
    expect((await cloud.stored('messages')).map(({ elderId }) => elderId).sort()).toEqual(
      elders.map(({ id }) => id),
    )
  })

  it('takes the photos of 130 decided applications away', async () => {
    const applications = times(130, (id) =>
      anApplication({ id: `e-wang_own-${id}`, state: 'refused', decidedAt: '2026-01-01T00:00:00.000Z' }),
    )
    await cloud.restock(aNeighbourhood({ applications }))
    await sweep()
    expect((await cloud.stored('applications')).filter(({ hasPhotos }) => hasPhotos)).toEqual([])
  })

  it('keeps the photo of the last of 130 applications of one elder', async () => {
    const { path, fileId } = aPhoto()
    const paper = { path, fileId, label: '身份证', at: NOW.toISOString(), by: '李敏' }
    const applications = times(130, (id) =>
      anApplication({ id: `e-wang_own-${id}`, documents: id === '129' ? [paper] : [] }),
    )
    const uploads = [anUpload({ at: '2026-11-01T00:00:00.000Z' })]
    await cloud.restock(aNeighbourhood({ applications, uploads, photos: [{ path, openid: 'o-daughter' }] }))
    await sweep()
    expect(cloud.files()).toEqual([path])
    expect(await cloud.stored('uploads')).toEqual([])
  })
})
