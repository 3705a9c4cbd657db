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

/** Waits until a function can be called and changed. @param pause milliseconds before each look @throws DeployFailure when it never can */
export async function activeFunction(look: () => Promise<Told>, name: string, pause: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await wait(pause)
    const { Status, StatusDesc = '', StatusReasons = [] } = await look()
    if (Status === 'Active') return
    if (!BUSY.includes(Status))
      throw new DeployFailure(
        `云函数 ${name} 没有做成（${Status}）：${[StatusDesc, ...StatusReasons.map((one) => one.ErrorMessage)].filter(Boolean).join('；') || '腾讯云没有说原因'}。`,
      )
  }
  throw new DeployFailure(`云函数 ${name} 一直没有准备好。过几分钟再运行一次。`)
}
