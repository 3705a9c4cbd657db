import { codeOf } from './a-cloud'
import { describeStruckCalls, describeStruckStorage, send, someClouds } from './struck-calls'
import { writingCalls } from './writing-actions'

/** Every lost answer is waited for so long, in milliseconds: four hundred calls of a machine that does nothing else. */
const TIMEOUT = 400
/** So often at most somebody asks again who is told that it is busy: on a slow machine any call may take longer than that. */
const ASKS = 10

const clouds = someClouds(8, TIMEOUT)

describeStruckCalls(clouds, [{ kind: 'timeout' }, { kind: 'timeout', when: 'after' }], ASKS)

describeStruckStorage(clouds, 'timeout', ASKS)

describe('a database that never answers', () => {
  it('is given up with a declared code while the phone still waits', async () => {
    const [call] = writingCalls
    const [cloud] = clouds
    if (!call || !cloud) throw new Error('there is no writing action')
    await cloud.restock(call.scene)
    cloud.emulator.gateway.counts.reset()
    cloud.emulator.gateway.faults.set([{ kind: 'timeout', action: 'database.modifyDocument', times: 1000 }])
    expect(codeOf(await send(cloud, call))).toBe('BUSY')
    expect(cloud.emulator.gateway.counts.all()['database.modifyDocument']).toBeLessThanOrEqual(3)
  })
})
