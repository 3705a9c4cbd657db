import { retried } from '../../cloudfunctions/_shell/transact'
import type { Gate } from '../../emulator/parts'
import type { FunctionModule } from '../../emulator/runner/in-process-runner'
import { aRelation } from '../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from './a-cloud'
import { applicationsOf, CATEGORY } from './eligibility/applications'
import { aNeighbourhood, wang } from './neighbourhood'
import { race } from './racing'

const SEEDS = 12
const OPENIDS = ['o-wang', 'o-daughter']

/** Each leaves her circle, where somebody else stays in it: both are read, one is written, and her record stands guard. */
interface Leaving {
  own: string
  other: string
}

const guarded: FunctionModule = {
  main: (event) =>
    retried(async (tx) => {
      const { own, other } = event as Leaving
      const elder = await tx.find('elders', wang.id)
      const [mine, others] = [await tx.find('relations', own), await tx.find('relations', other)]
      if (!elder || !mine || others?.state !== 'granted') return
      await tx.put('relations', { ...mine, state: 'revoked' })
      await tx.put('elders', elder)
    }),
}

/** The same, but the guard is written back as the SDK writes it. */
const twin = (): FunctionModule => {
  const sdk = require('wx-server-sdk')
  return {
    main: (event) => {
      const { own, other } = event as Leaving
      sdk.init({ env: 'local-1' })
      // biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for a transaction
      return sdk.database().runTransaction(async (transaction: any) => {
        const elder = await transaction.collection('elders').doc(wang.id).get()
        const mine = await transaction.collection('relations').doc(own).get()
        const others = await transaction.collection('relations').doc(other).get()
        if (others.data.state !== 'granted') return
        const { _id, ...data } = elder.data
        await transaction
          .collection('relations')
          .doc(own)
          .set({ data: { ...withoutId(mine.data), state: 'revoked' } })
        await transaction.collection('elders').doc(wang.id).set({ data })
      })
    },
  }
}
const withoutId = ({ _id, ...data }: { _id: string }): object => data

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { guarded: () => guarded, twin } })
})
afterEach(() => cloud.emulator.gateway.setGate(undefined))
afterAll(() => cloud.close())

describe('a document that is written back as it was read', () => {
  const relations = ['r-one', 'r-two'].map((id) => aRelation(wang, 'o-wang', { id }))
  const stock = aNeighbourhood({ relations })

  /** In how many of the schedules both left. */
  const bothLeft = async (functionName: string): Promise<number> => {
    let count = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      await cloud.restock(stock)
      await race(cloud, { seed, openids: OPENIDS }, (openid, nth) => {
        const [own, other] = nth === 0 ? ['r-one', 'r-two'] : ['r-two', 'r-one']
        return cloud.emulator.runner
          .invoke(functionName, { own, other }, { openid, source: 'wx_client' })
          .catch(() => undefined) // the twin may meet the other one
      })
      const stored = await cloud.stored('relations')
      const left = stored.filter(({ id, state }) => id.startsWith('r-') && state === 'revoked').length
      if (left === 2) count++
      else expect(left).toBe(1)
    }
    return count
  }

  it('stands guard: of two who may not both leave one stays; without the counter both leave', async () => {
    expect(await bothLeft('guarded')).toBe(0)
    expect(await bothLeft('twin')).toBeGreaterThan(0)
  })

  it('counts how often it did, and is otherwise as it was', async () => {
    await cloud.restock(stock)
    const before = await cloud.one('elders', wang.id)
    for (const [own, other] of [
      ['r-one', 'r-two'],
      ['r-one', 'r-two'],
    ])
      await cloud.emulator.runner.invoke('guarded', { own, other }, { openid: 'o-wang', source: 'wx_client' })
    expect(await cloud.one('elders', wang.id)).toEqual({ ...before, guarded: 2 })
  })
})

describe('eligibility.apply', () => {
  const { begin, apply, photo, call, stored } = applicationsOf(() => cloud)

  /** Lets something happen before somebody's transaction writes to a collection for the first time. */
  const beforeWriting = (openid: string, collection: string, happens: () => Promise<unknown>): Gate => {
    let isAwaited = true
    return async (wire) => {
      const caller = cloud.emulator.runnerParts.invocations.callerOf(wire.token ?? '')
      const isIt =
        wire.transactionId !== undefined &&
        wire.action === 'database.modifyDocument' &&
        wire.collection === collection &&
        caller?.openid === openid
      if (!isAwaited || !isIt) return
      isAwaited = false
      await happens()
    }
  }

  it('is not stored past a yes that is withdrawn while it is sent', async () => {
    await begin()
    const documents = [await photo()]
    const withdraw = async () =>
      accepted(
        await cloud.as('o-wang').call('people.consent', {
          elderId: wang.id,
          agreed: { purpose: 'category', version: wang.consents.category?.version ?? '' },
          isGiven: false,
        }),
      )
    cloud.emulator.gateway.setGate(beforeWriting('o-daughter', 'elders', withdraw))
    const reply = await call('o-daughter', 'apply', { elderId: wang.id, category: CATEGORY, documents })
    expect([codeOf(reply), await stored()]).toEqual(['CONSENT_MISSING', undefined])
  })

  it('leaves everything of the elder as it was but that count', async () => {
    await begin()
    const before = await cloud.one('elders', wang.id)
    await apply()
    expect(await cloud.one('elders', wang.id)).toEqual({ ...before, guarded: 1 })
  })
})
