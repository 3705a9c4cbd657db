import { randomUUID } from 'node:crypto'
import type { Runner } from '../parts'
import { StartFailure } from '../start-failure'

/**
 * Shows that the real SDK talks to this emulator: the variable that redirects it is undocumented, and an upgrade that stops
 * honouring it must not quietly send a developer's calls into a real environment.
 * @param runner holds the built `self-test`
 */
export async function proveSdkReachesUs(runner: Runner): Promise<void> {
  const collection = `self-test-${randomUUID()}`
  const answer = await runner.invoke('self-test', { collection }, { source: 'wx_devtools' }).catch(String)
  if (typeof answer === 'string' && answer.includes('-502005') && answer.includes(collection)) return
  throw new StartFailure(`自检失败：wx-server-sdk 没有连到本地模拟云（${JSON.stringify(answer)}）。`)
}
