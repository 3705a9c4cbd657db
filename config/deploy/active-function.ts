import { setTimeout as wait } from 'node:timers/promises'
import { DeployFailure } from './failure'

/** What the API says of a function that is being made or changed. */
interface Told {
  Status: string
  StatusDesc?: string
  StatusReasons?: { ErrorMessage: string }[]
}

const BUSY = ['Creating', 'Updating', 'Publishing']
const MOST_LOOKS = 300

type Look = () => Promise<Told>

/**
 * Waits until a function is no longer being made or changed, so that it can be changed: a change that failed may be made again.
 * @param pause milliseconds before each look
 * @throws DeployFailure when it does not come to an end
 */
export async function settledFunction(look: Look, name: string, pause: number): Promise<Told> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await wait(pause)
    const told = await look()
    if (!BUSY.includes(told.Status)) return told
  }
  throw new DeployFailure(`云函数 ${name} 一直没有准备好。过几分钟再运行一次。`)
}

/** Waits until a function can be called. @throws DeployFailure when it never can */
export async function activeFunction(look: Look, name: string, pause: number): Promise<void> {
  const { Status, StatusDesc = '', StatusReasons = [] } = await settledFunction(look, name, pause)
  if (Status === 'Active') return
  const reasons = [StatusDesc, ...StatusReasons.map((one) => one.ErrorMessage)].filter(Boolean).join('；')
  throw new DeployFailure(`云函数 ${name} 没有做成（${Status}）：${reasons || '腾讯云没有说原因'}。`)
}
