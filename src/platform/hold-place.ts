import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Makes a change after which all of the page is larger or smaller, and leaves this part of it where it was on the screen. */
export function holdPlace(id: string, change: () => void): void {
  if (inBrowser) holdInBrowser(id, change)
  else holdOnPhone(id, change)
}

function holdInBrowser(id: string, change: () => void): void {
  const held = document.getElementById(id)
  const page = held?.closest('.taro_page') // in a browser this scrolls, not the window
  const before = held?.getBoundingClientRect().top ?? 0
  change()
  requestAnimationFrame(() => {
    if (held && page) page.scrollTop += held.getBoundingClientRect().top - before
  })
}

/** A phone tells only later where anything is: the change waits for it, a part of a blink. */
function holdOnPhone(id: string, change: () => void): void {
  look(id, (before) => {
    change()
    Taro.nextTick(() =>
      look(id, (after) => {
        if (!before || !after) return
        void Taro.pageScrollTo({ scrollTop: after.scrolled + after.top - before.top, duration: 0 })
      }),
    )
  })
}

interface Place {
  /** px below the top of the screen. */
  top: number
  /** px by which the page is scrolled. */
  scrolled: number
}

function look(id: string, tell: (place: Place | null) => void): void {
  const query = Taro.createSelectorQuery()
  query.select(`#${id}`).boundingClientRect()
  query.selectViewport().scrollOffset()
  query.exec(([box, page]) => tell(box && page ? { top: box.top, scrolled: page.scrollTop } : null))
}
