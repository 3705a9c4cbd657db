import type { ActionName } from '#types/api'
import type { Reply } from '#types/contract'
import type { ErrorCode, ErrorDetail } from '#types/errors'
import type { ReplyFrom, RequestTo } from '@/services/cloud'

/** What the cloud answers in a test, below everything of ours: at the browser's network. */
export interface Sent {
  name: string
  input: Record<string, unknown>
}

type Answer<N extends ActionName> = (input: RequestTo<N>) => ReplyFrom<N> | Promise<ReplyFrom<N>>
type Answers = { [N in ActionName]?: Answer<N> }

class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: ErrorDetail,
  ) {
    super(code)
  }
}

/** Thrown in an answer: no network. */
export const noNetwork = () => new TypeError('Failed to fetch')
export const refused = (code: ErrorCode, detail?: ErrorDetail) => new Refused(code, detail)

/** Sets what the cloud answers from now on; returns the list of what it was asked. */
export function cloudAnswers(answers: Answers): Sent[] {
  const sent: Sent[] = []
  globalThis.fetch = (async (address: string, request: { body: string }) => {
    const { action, input } = JSON.parse(request.body) as { action: string; input: Record<string, unknown> }
    const name = `${address.replace('/cloud/', '')}.${action}`
    sent.push({ name, input })
    return { json: async () => replyOf(answers, name, input) }
  }) as unknown as typeof fetch // only what our client uses of it
  return sent
}

async function replyOf(answers: Answers, name: string, input: unknown): Promise<Reply> {
  const answer = answers[name as ActionName] as ((input: unknown) => unknown) | undefined
  if (!answer) return { ok: false, code: 'UNKNOWN_ACTION', requestId: 'r-1' }
  try {
    return { ok: true, data: await answer(input) }
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, code: error.code, detail: error.detail, requestId: 'r-1' }
    throw error
  }
}

/** The cloud takes every call and never answers. */
export function cloudIsSilent(): void {
  globalThis.fetch = ((_address: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })) as unknown as typeof fetch // only what our client uses of it
}

/** Something that is not our cloud answers: a gateway with a page of its own. */
export function cloudIsAway(): void {
  globalThis.fetch = (async () => ({
    json: async () => ({ error: 'bad gateway' }),
  })) as unknown as typeof fetch
}
