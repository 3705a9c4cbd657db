import Taro from '@tarojs/taro'

/** So many pages WeChat keeps one above the other. */
const most = 10

/**
 * Opens a page on top, or in place of the one on top where WeChat takes no more; values that are not given are left out of
 * its address.
 */
export function open(page: string, params: Record<string, string | undefined> = {}): void {
  const url = pathOf(page, params)
  if (Taro.getCurrentPages().length >= most) go(Taro.redirectTo({ url }))
  else go(Taro.navigateTo({ url }))
}

/** Goes to a page in place of this one, so that going back does not return here. */
export function replaceBy(page: string, params: Record<string, string | undefined> = {}): void {
  go(Taro.redirectTo({ url: pathOf(page, params) }))
}

/** Goes to a tab, which is always the bottom of the stack. */
export function openTab(page: string): void {
  go(Taro.reLaunch({ url: pathOf(page) }))
}

/** One page back; home when this page was opened first, by a link or a shared card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) go(Taro.navigateBack())
  else openTab('pages/home')
}

/** The address of a page as WeChat writes it. */
export function pathOf(page: string, params: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${page}/index${pairs.length ? `?${pairs.join('&')}` : ''}`
}

/** A part of the program that a phone has not yet may not come: whoever tapped is told. */
function go(going: Promise<unknown>): void {
  void going.catch(() => {
    void Taro.showModal({
      title: '没有打开',
      content: '手机可能没有连上网。请过一会儿再点一次，填的都还在。',
      showCancel: false,
      confirmText: '知道了',
    }).catch(() => undefined)
  })
}
