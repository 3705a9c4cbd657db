import { onPhone } from '../on-phone'

/** A phone on whose page things stand so many px below the top of its screen, one after the other. */
function aPhone(tops: (number | null)[]) {
  let asked = 0
  const query = {
    select: () => query,
    selectViewport: () => query,
    boundingClientRect: () => query,
    scrollOffset: () => query,
    exec: (tell: (seen: unknown[]) => void) => {
      const top = tops[asked++] ?? null
      tell([top === null ? null : { top }, { scrollTop: 100 }])
    },
  }
  return { createSelectorQuery: () => query, nextTick: (run: () => void) => run() }
}

describe('holdPlace on a phone', () => {
  it('scrolls by as much as the change moved what is held', async () => {
    const change = jest.fn()
    const { loaded, Taro } = await onPhone(aPhone([300, 480]), () => import('@/platform/hold-place'))
    loaded.holdPlace('font-size', change)
    expect(change).toHaveBeenCalledTimes(1)
    expect(Taro.pageScrollTo).toHaveBeenLastCalledWith({ scrollTop: 280, duration: 0 })
  })

  it('makes the change also where nobody can say where anything is', async () => {
    const change = jest.fn()
    const { loaded, Taro } = await onPhone(aPhone([]), () => import('@/platform/hold-place'))
    loaded.holdPlace('font-size', change)
    expect(change).toHaveBeenCalledTimes(1)
    expect(Taro.pageScrollTo).not.toHaveBeenCalled()
  })
})
