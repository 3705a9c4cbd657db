import { everyAction } from '../every-action'
import {
  cleanRun,
  describeStruckCalls,
  describeStruckStorage,
  everything,
  messages,
  send,
  someClouds,
} from './struck-calls'
import { withoutNews, writingCalls } from './writing-actions'

const clouds = someClouds(2)

it('knows every action that writes', () => {
  const writing = everyAction.flatMap(([name, action]) => ('writes' in action ? [name] : []))
  const known = new Set(writingCalls.map(({ name }) => name))
  expect([...known].sort()).toEqual(writing.sort())
})

describeStruckCalls(clouds, [
  { kind: 'conflict' },
  { kind: 'http500' },
  { kind: 'http500', when: 'midway' },
  { kind: 'http500', when: 'after' },
])

describe('a conflict inside the transaction', () => {
  it.each(writingCalls)('is tried again by $title until it succeeds', async (call) => {
    const [cloud] = clouds
    if (!cloud) throw new Error('there is no cloud')
    const clean = await cleanRun(cloud, call)
    await cloud.restock(call.scene)
    cloud.emulator.gateway.faults.set([{ kind: 'conflict', action: 'database.commitTransaction', times: 3 }])
    expect(withoutNews(await send(cloud, call))).toEqual(clean.reply)
    expect(everything(cloud)).toEqual(clean.after)
    expect(messages(cloud)).toEqual(clean.told)
  })
})

describeStruckStorage(clouds, 'http500')
