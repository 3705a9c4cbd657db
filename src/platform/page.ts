import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}

export function endPull(): void {
  if (!inBrowser) Taro.stopPullDownRefresh()
}

/** False while the page is behind another browser tab; a phone hides pages by itself. */
export function isVisible(): boolean {
  return !inBrowser || !document.hidden
}

/** Back to the beginning of the page. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Brings something that has just appeared on the page into view. */
export function reveal(id: string): void {
  if (inBrowser) document.getElementById(id)?.scrollIntoView({ block: 'start' })
  else Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#${id}` }).catch(() => undefined))
}

/** Moves the keyboard of a browser to an element and gives back a way to return it; WeChat's readers follow aria-modal. */
export function moveFocus(id: string): () => void {
  if (!inBrowser) return () => undefined
  const before = document.activeElement
  document.getElementById(id)?.focus()
  return () => {
    if (before instanceof HTMLElement) before.focus()
  }
}
