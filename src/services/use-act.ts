import { useCallback, useRef, useState } from 'react'
import type { ActionName } from '#types/api'
import type { ErrorDetail } from '#types/errors'
import { type CallCode, CallError, call, type ReplyFrom, type RequestTo } from './cloud'
import { newKey } from './keys'
import { useNewsOf } from './news'
import { sentenceFor } from './sentences'
import { hasAsked, mayAct } from './taps'

/** Actions that change something: those that take a `key`. */
type WriteName = { [N in ActionName]: 'key' extends keyof RequestTo<N> ? N : never }[ActionName]

type Without<T, K> = T extends unknown ? Omit<T, K & keyof T> : never

/** What a writing action is told; the key is added here. */
export type WriteTo<N extends WriteName> = Without<RequestTo<N>, 'key'>

export interface Act<N extends WriteName> {
  /** Resolves to the answer, or to null when it failed (`trouble` says why), another is under way or nobody meant it. */
  run(input: WriteTo<N>): Promise<ReplyFrom<N> | null>
  isPending: boolean
  /** The sentence of the last failure, or that a tap came too soon; it stays until the next try. */
  trouble: string | null
  code: CallCode | null
  /** What the cloud told with the code; empty when it told nothing. */
  detail: ErrorDetail
  clear(): void
  /** Asks at the tap for the news that the act leads to. `run` does it too: only for a page that waits for something before it runs. */
  askForNews(): void
}

/** `hasty`: somebody tapped on from the step before, and has not seen this one yet. */
type Progress =
  | { state: 'idle' }
  | { state: 'pending' }
  | { state: 'hasty' }
  | { state: 'failed'; code: CallCode; detail: ErrorDetail; sentence: string }

/** After these nobody knows whether it was done, so the next try has to carry the same key. */
const openEnds: readonly CallCode[] = ['OFFLINE', 'NO_REPLY', 'BUSY', 'INTERNAL']

/** After these the same button asks for another yes. */
const questions: readonly CallCode[] = [
  'PRICE_CHANGED',
  'DISHES_CHANGED',
  'ORDER_CHANGED',
  'REPORT_CHANGED',
  'ALREADY_ELSEWHERE',
  'MAYBE_REGISTERED',
]

/**
 * One thing that a person may do on a page. A double tap is one call, and does nothing else that lies there by then; the key is made once per intention and kept
 * while the same is tried again, so that a lost answer never becomes a second order. At the tap it is asked for the news that the act leads to.
 */
export function useAct<N extends WriteName>(name: N): Act<N> {
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const isBusy = useRef(false)
  const intention = useRef<{ body: string; key: string } | null>(null)
  const news = useNewsOf(name)

  const run = useCallback(
    async (input: WriteTo<N>): Promise<ReplyFrom<N> | null> => {
      if (isBusy.current) return null
      if (!mayAct()) {
        setProgress((before) => (before.state === 'failed' ? before : { state: 'hasty' })) // a question stays to be read
        return null
      }
      isBusy.current = true
      news.ask() // a question that may stay open: the call does not wait for it
      setProgress({ state: 'pending' })
      const body = JSON.stringify(input)
      if (intention.current?.body !== body) intention.current = { body, key: newKey() }
      try {
        // Generic over N, TypeScript cannot see that the request without its key, and the key, are the request.
        const reply = await call(name, { ...input, key: intention.current.key } as unknown as RequestTo<N>)
        intention.current = null
        news.count() // by now whoever had no account has one
        news.end()
        setProgress({ state: 'idle' })
        return reply
      } catch (error) {
        const code = error instanceof CallError ? error.code : 'INTERNAL'
        if (!openEnds.includes(code)) intention.current = null
        else news.count() // it may have been done
        if (questions.includes(code)) hasAsked()
        const detail = error instanceof CallError ? error.detail : {}
        setProgress({ state: 'failed', code, detail, sentence: sentenceFor(error) })
        return null
      } finally {
        isBusy.current = false
      }
    },
    [name, news],
  )

  const clear = useCallback(() => setProgress({ state: 'idle' }), [])
  return {
    run,
    clear,
    askForNews: news.ask,
    isPending: progress.state === 'pending',
    trouble: troubleOf(progress),
    code: progress.state === 'failed' ? progress.code : null,
    detail: progress.state === 'failed' ? progress.detail : {},
  }
}

function troubleOf(progress: Progress): string | null {
  if (progress.state === 'hasty') return '点得太快，这一下没有算。看好了，再点一次。'
  return progress.state === 'failed' ? progress.sentence : null
}
