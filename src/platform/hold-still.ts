import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/**
 * Keeps the page from being scrolled while something lies over it: on a phone the finger would move what is behind. Catching
 * the finger's moves instead would stop the scrolling of what lies over it as well.
 * @param id of something on that page
 * @returns how to let the page go; it moves again when nothing lies over it any more
 */
export function holdStill(id: string): () => void {
  const page = inBrowser ? pageInBrowser(id) : pageOnPhone()
  if (!page) return () => undefined
  cover(page, 1)
  return () => cover(page, -1)
}

/** Tells a page whether it is held. */
type Hold = (isHeld: boolean) => void

/** How many things lie over each page; WeChat and the browser keep one object for each. */
const over = new WeakMap<object, number>()

function cover({ page, hold }: { page: object; hold: Hold }, more: 1 | -1): void {
  const lying = (over.get(page) ?? 0) + more
  over.set(page, lying)
  hold(lying > 0)
}

function pageInBrowser(id: string) {
  const page = document.getElementById(id)?.closest<HTMLElement>('.taro_page') // in a browser this scrolls, not the window
  if (!page) return null
  const hold: Hold = (isHeld) => {
    page.style.overflow = isHeld ? 'hidden' : ''
  }
  return { page, hold }
}

/** The build puts `isHeld` into the element that styles the page itself (`config/plugin-held-page.js`). */
function pageOnPhone() {
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1] as { setData?(data: object): void } | undefined // WeChat's own, which Taro's type leaves out
  if (!page) return null
  const hold: Hold = (isHeld) => page.setData?.({ isHeld })
  return { page, hold }
}
