import { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName } from '#types/api'
import { endPull, isVisible } from '@/platform/page'
import { CallError, call, type ReplyFrom, type RequestTo } from './cloud'
import { sentenceForLoading } from './sentences'

/**
 * What a page shows of something in the cloud. `trouble` is why what is shown may be old; `isFinal` says that asking again
 * cannot help.
 */
export type Loaded<T> = { reload(): Promise<void> } & (
  | { state: 'loading' }
  | Failure
  | { state: 'ready'; data: T; trouble: string | null; put(data: T): void }
)

interface Failure {
  state: 'failed'
  sentence: string
  isFinal: boolean
  /** Of what the cloud said; null where it said nothing. */
  code: string | null
}

type Shown<T> = { state: 'loading' } | Failure | { state: 'ready'; data: T; trouble: string | null }

const every = 30_000

/** The cloud has said no, and would again. */
const finalCodes: ReadonlySet<string> = new Set([
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'DATE_PAST',
  'DATE_TOO_FAR',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
])

/**
 * Loads something and keeps it fresh: when the page shows, when it is pulled, and every 30 s while it is visible. One
 * request at a time. What was loaded stays while it is loaded again, also when that fails, unless it was refused.
 * @param what names what is loaded; another name forgets what was shown
 * @param load null while something it needs is not known yet
 */
export function useLoaded<T>(what: string, load: (() => Promise<T>) | null): Loaded<T> {
  const [shown, setShown] = useState<{ what: string; value: Shown<T> }>({ what, value: { state: 'loading' } })
  const latest = useRef({ what, load })
  latest.current = { what, load }
  const running = useRef<Promise<void> | null>(null)
  const askedFor = useRef<string | null>(null)
  const again = useRef(false)
  const gone = useRef(false)

  const once = useCallback(async () => {
    const asked = latest.current
    if (!asked.load) return
    askedFor.current = asked.what
    const isOutdated = () => gone.current || again.current || asked.what !== latest.current.what
    try {
      const data = await asked.load()
      if (!isOutdated()) setShown({ what: asked.what, value: { state: 'ready', data, trouble: null } })
    } catch (error) {
      if (!isOutdated())
        setShown((before) => ({ what: asked.what, value: failure(before, asked.what, error) }))
    }
  }, [])

  /** Joins a request that is under way, unless what it asks for is no longer what is wanted. */
  const refresh = useCallback(
    (isFresh: boolean): Promise<void> => {
      if (running.current) {
        again.current ||= isFresh
        return running.current
      }
      const run = async () => {
        do {
          again.current = false
          await once()
        } while (again.current && !gone.current)
        running.current = null
        askedFor.current = null
      }
      running.current = run()
      return running.current
    },
    [once],
  )

  const isReady = load !== null
  useEffect(() => {
    gone.current = false
    if (isReady) void refresh(askedFor.current !== what) // WeChat shows a page before its effects run
  }, [what, isReady, refresh])

  const timer = useRef<ReturnType<typeof setInterval>>()
  const stop = useCallback(() => clearInterval(timer.current), [])
  const startTicking = useCallback(() => {
    stop()
    timer.current = setInterval(() => {
      if (isVisible()) void refresh(false)
    }, every)
  }, [stop, refresh])

  useEffect(() => {
    startTicking()
    return () => {
      gone.current = true
      stop()
    }
  }, [startTicking, stop])
  useDidShow(() => {
    startTicking()
    void refresh(false)
  })
  useDidHide(stop)
  usePullDownRefresh(() => {
    void refresh(false).then(endPull)
  })

  const reload = useCallback(() => refresh(true), [refresh])
  const put = useCallback((data: T) => {
    again.current = running.current !== null // an answer under way was asked for before this change
    setShown({ what: latest.current.what, value: { state: 'ready', data, trouble: null } })
  }, [])
  const value: Shown<T> = shown.what === what ? shown.value : { state: 'loading' }
  return value.state === 'ready' ? { ...value, reload, put } : { ...value, reload }
}

function failure<T>(before: { what: string; value: Shown<T> }, what: string, error: unknown): Shown<T> {
  const sentence = sentenceForLoading(error)
  const code = error instanceof CallError ? error.code : null
  const isRefused = code === 'FORBIDDEN' // nor may they keep looking at what was there
  return before.what === what && before.value.state === 'ready' && !isRefused
    ? { ...before.value, trouble: sentence }
    : { state: 'failed', sentence, isFinal: code !== null && finalCodes.has(code), code }
}

/** An action's answer, kept fresh. `input` is null while it is not known yet. */
export function useCloud<N extends ActionName>(name: N, input: RequestTo<N> | null): Loaded<ReplyFrom<N>> {
  return useLoaded(`${name} ${JSON.stringify(input)}`, input === null ? null : () => call(name, input))
}

/** Two things that a page needs together. */
export function both<A, B>(a: Loaded<A>, b: Loaded<B>): Loaded<[A, B]> {
  const reload = async () => {
    await Promise.all([a.reload(), b.reload()])
  }
  if (a.state === 'failed') return { ...a, reload }
  if (b.state === 'failed') return { ...b, reload }
  if (a.state === 'loading' || b.state === 'loading') return { state: 'loading', reload }
  const put = ([dataA, dataB]: [A, B]) => {
    a.put(dataA)
    b.put(dataB)
  }
  return { state: 'ready', data: [a.data, b.data], trouble: a.trouble ?? b.trouble, reload, put }
}
