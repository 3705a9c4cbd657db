import { callerSource } from './cloud'

/**
 * Runs a job when a timer calls, and for nobody else: somebody who knows the function's name gets the answer that an
 * unknown function gives.
 */
export function onTimer(name: string, job: (now: Date) => Promise<Record<string, number>>) {
  return async (): Promise<object> => {
    if (callerSource() !== 'wx_trigger') return { ok: false, code: 'UNKNOWN_FUNCTION', requestId: '' }
    const done = await job(new Date())
    console.log(JSON.stringify({ what: `${name} done`, ...done }))
    return { ok: true, data: done }
  }
}
