import { useEffect, useLayoutEffect } from 'react'

/** The phone around a page: its address, its storage, and being shown, hidden and pulled. */
const storage = new Map<string, unknown>()
const listeners = { show: new Set<() => void>(), hide: new Set<() => void>(), pull: new Set<() => void>() }

interface Share {
  from: 'button' | 'menu'
  target?: { dataset: Record<string, string> }
}
type Card = { title: string; path: string }
let shared: ((share: Share) => Card) | null = null

export const phone = {
  params: {} as Record<string, string>,
  storage,
  show: () => run('show'),
  hide: () => run('hide'),
  pull: () => run('pull'),
  /** What goes out when a button of the page, or the menu above it, shares; null where the page shares nothing. */
  share: (share: Share): Card | null => shared?.(share) ?? null,
}

function run(name: keyof typeof listeners): void {
  for (const listener of listeners[name]) listener()
}

function useListener(name: keyof typeof listeners, listener: () => void, isFirst = false): void {
  useEffect(() => {
    listeners[name].add(listener)
    return () => {
      listeners[name].delete(listener)
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once when it opens, on WeChat before effects run
  useLayoutEffect(() => {
    if (isFirst) listener()
  }, [])
}

export const useDidShow = (listener: () => void) => useListener('show', listener, true)
export const useDidHide = (listener: () => void) => useListener('hide', listener)
export const usePullDownRefresh = (listener: () => void) => useListener('pull', listener)
export const useShareAppMessage = (listener: (share: Share) => Card) => {
  useEffect(() => {
    shared = listener
    return () => {
      shared = null
    }
  })
}
export const useLaunch = () => undefined
export const usePageNotFound = () => undefined
export const useRouter = () => ({ params: phone.params })

const Taro = {
  navigateTo: jest.fn(async (_to: { url: string }) => undefined),
  redirectTo: jest.fn(async (_to: { url: string }) => undefined),
  reLaunch: jest.fn(async (_to: { url: string }) => undefined),
  navigateBack: jest.fn(async () => undefined),
  getCurrentPages: jest.fn((): object[] => [{}]),
  setNavigationBarTitle: jest.fn(async () => undefined),
  pageScrollTo: jest.fn(async () => undefined),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    storage.set(key, value)
  },
  removeStorageSync: (key: string) => {
    storage.delete(key)
  },
}
export default Taro
