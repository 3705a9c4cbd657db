import type { Reply } from '#types/contract'
import * as z from '#types/z'

const Push = z.object({ MsgType: z.literal('event'), Event: z.string() })

/**
 * A cloud function that WeChat calls too, with what it has to tell (its console's 消息推送 names function and events). Nothing marks
 * such a call as WeChat's own, and anybody who is signed in can send the same: an answer believes nothing but what nobody else knows.
 * @param answers by the name of the event
 */
export function withPushes(
  main: (event: unknown) => Promise<Reply>,
  answers: Readonly<Record<string, (push: unknown) => Promise<void>>>,
): (event: unknown) => Promise<Reply | 'success'> {
  return async (event) => {
    const push = Push.safeParse(event)
    const name = push.success ? push.data.Event : ''
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (!answer) return main(event)
    await answer(event)
    return 'success' // what WeChat waits for: else it calls again
  }
}
