import Taro from '@tarojs/taro'

/** Opens a page on top; values that are not given are left out of its address. */
export function open(page: string, params: Record<string, string | undefined> = {}): void {
  void Taro.navigateTo({ url: pathOf(page, params) })
}

/** Goes to a page in place of this one, so that going back does not return here. */
export function replaceBy(page: string, params: Record<string, string | undefined> = {}): void {
  void Taro.redirectTo({ url: pathOf(page, params) })
}

/** Goes to a tab, which is always the bottom of the stack. */
export function openTab(page: string): void {
  void Taro.reLaunch({ url: pathOf(page) })
}

/** One page back; home when this page was opened first, by a link or a shared card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('pages/home')
}

/** The address of a page as WeChat writes it. */
export function pathOf(page: string, params: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${page}/index${pairs.length ? `?${pairs.join('&')}` : ''}`
}
