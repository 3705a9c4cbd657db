import type { FunctionModule } from '../../../../emulator/runner/in-process-runner'
import { LUNCH } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood } from '../../neighbourhood'
import { registeredTwice } from '../../registered-twice'
import { callsAbout, meanwhile } from './calls'

interface Looking {
  init(options: object): void
  database(): {
    collection(name: string): {
      doc(id: string): {
        get(): Promise<{ data: { joinedTo?: string } }>
        set(document: { data: object }): Promise<unknown>
      }
    }
  }
}

/** Books as many a tutorial does: looks whether the record points to another, and writes then. */
const twin = (): FunctionModule => {
  const sdk = require('wx-server-sdk') as Looking
  return {
    async main() {
      sdk.init({ env: 'local-1' })
      const db = sdk.database()
      const { data } = await db.collection('elders').doc('e-again').get()
      if (data.joinedTo) return { ok: false, code: 'ELDER_JOINED', requestId: '' }
      await db
        .collection('mealOrders')
        .doc(`${LUNCH}_e-again`)
        .set({ data: { elderId: 'e-again', state: 'placed' } })
      return { ok: true, data: {} }
    },
  }
}

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
  about = callsAbout(cloud)
})
beforeEach(() => cloud.restock(aNeighbourhood(registeredTwice())))
afterAll(() => cloud.close())

/** Joins the two while a call of somebody's has read everything and is about to write; the code of that call. */
async function joinWhile(openid: string, ask: () => Promise<unknown>): Promise<string> {
  const reply = await meanwhile(cloud, { openid, ask }, async () => accepted(await about.join()))
  return codeOf(reply as Parameters<typeof codeOf>[0])
}
const live = async () =>
  (await cloud.stored('mealOrders')).filter(({ state }) => state === 'placed').map(({ elderId }) => elderId)

describe('joining two while a meal is being booked', () => {
  it('leaves no order under the record that points to the other', async () => {
    expect(await joinWhile('o-son', () => about.book('o-son'))).toBe('ELDER_JOINED')
    expect(await live()).toEqual([])
  })

  it('leaves one order for one meal, where the other record has it already', async () => {
    accepted(await about.book('o-son'))
    const ask = () => about.book('o-daughter', { elderId: 'e-wang' })
    expect(await joinWhile('o-daughter', ask)).toBe('ALREADY_ELSEWHERE')
    expect(await live()).toEqual(['e-again'])
  })

  it('would leave one where somebody looked first and wrote then', async () => {
    expect(await joinWhile('o-son', () => cloud.as('o-son').call('twin.book'))).toBe('accepted')
    expect(await live()).toEqual(['e-again'])
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ joinedTo: 'e-wang' })
  })
})
