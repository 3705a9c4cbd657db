import type { WireCall } from '../../../emulator/parts'
import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const crash = jest.fn()

let cloud: TestCloud
beforeEach(async () => {
  crash.mockReset()
  cloud = await aCloud({ crash, timeout: 2000 })
  await things().add({ data: { _id: 'a', n: 1 } })
})
afterEach(() => cloud.close())

const things = () => cloud.db.collection('things')
const increase = () =>
  things()
    .doc('a')
    .update({ data: { n: cloud._.inc(1) } })
const n = async () => (await things().doc('a').get()).data.n

describe('faults', () => {
  it('strike the n-th matching call, so many times', async () => {
    cloud.gateway.faults.set([{ kind: 'http500', action: 'database.modifyDocument', nth: 2, times: 2 }])
    await increase()
    expect((await refusal(increase())).errMsg).toMatch(/500/)
    expect((await refusal(increase())).errCode).toBe(-501001)
    await increase()
    expect(await n()).toBe(3)
  })

  it('strike any database call when none is named', async () => {
    cloud.gateway.faults.set([{ kind: 'http500', nth: 2 }])
    await n()
    await refusal(things().count())
    await n()
  })

  it('before: the call is not carried out; after: only the answer is lost', async () => {
    cloud.gateway.faults.set([{ kind: 'http500', action: 'database.modifyDocument', when: 'before' }])
    await refusal(increase())
    expect(await n()).toBe(1)

    cloud.gateway.faults.set([{ kind: 'http500', action: 'database.modifyDocument', when: 'after' }])
    await refusal(increase())
    expect(await n()).toBe(2)
  })

  it('conflict ends the transaction with the real words', async () => {
    cloud.gateway.faults.set([{ kind: 'conflict', action: 'database.modifyDocument' }])
    const transaction = await cloud.db.startTransaction()
    const doc = transaction.collection('things').doc('a')

    expect((await refusal(doc.update({ data: { n: 2 } }))).errMsg).toMatch(/TransactionConflict/)
    expect((await refusal(doc.get())).errMsg).toMatch(/TransactionNotExist/)
  })

  it('timeout leaves the client waiting until it gives up', async () => {
    cloud.gateway.faults.set([{ kind: 'timeout', action: 'database.modifyDocument', when: 'after' }])
    expect((await refusal(increase())).errMsg).toMatch(/ESOCKETTIMEDOUT|ETIMEDOUT|timeout/i)
    expect(await n()).toBe(2)
  })

  it('reset breaks the connection off, before the work or after it', async () => {
    cloud.gateway.faults.set([{ kind: 'reset', action: 'database.modifyDocument' }])
    expect((await refusal(increase())).errMsg).toMatch(/socket hang up|ECONNRESET/)
    expect(await n()).toBe(1)

    cloud.gateway.faults.set([{ kind: 'reset', action: 'database.modifyDocument', when: 'after' }])
    await refusal(increase())
    expect(await n()).toBe(2)
    expect(crash).not.toHaveBeenCalled()
  })

  it('crash crashes, before the work or after it', async () => {
    cloud.gateway.faults.set([{ kind: 'crash', action: 'database.modifyDocument' }])
    await refusal(increase())
    expect(crash).toHaveBeenCalledTimes(1)
    expect(await n()).toBe(1)

    cloud.gateway.faults.set([{ kind: 'crash', action: 'database.modifyDocument', when: 'after' }])
    await refusal(increase())
    expect(await n()).toBe(2)
  })

  it('are gone when cleared', async () => {
    cloud.gateway.faults.set([{ kind: 'http500' }])
    cloud.gateway.faults.clear()
    await increase()
  })
})

describe('counts', () => {
  it('counts calls by action since the last reset', async () => {
    cloud.gateway.counts.reset()
    await n()
    await n()
    await increase()

    expect(cloud.gateway.counts.all()).toEqual({ 'database.getDocument': 2, 'database.modifyDocument': 1 })
    expect(cloud.gateway.counts.total('database.')).toBe(3)
  })
})

describe('gate', () => {
  it('holds calls and lets them run in the order it likes', async () => {
    const held: { call: WireCall; release: () => void }[] = []
    const arrived = new Promise<void>((allHere) => {
      cloud.gateway.setGate((call) => {
        return new Promise((release) => {
          held.push({ call, release })
          if (held.length === 2) allHere()
        })
      })
    })
    const set = (value: string) => things().doc('a').update({ data: { value } })
    const both = Promise.all([set('first'), set('second')])
    await arrived
    for (const { release } of held.reverse()) release()
    await both
    cloud.gateway.setGate(undefined)

    expect(held[0]?.call).toMatchObject({
      action: 'database.modifyDocument',
      collection: 'things',
      token: 'token-1',
    })
    expect((await things().doc('a').get()).data.value).toBe('first')
  })
})
