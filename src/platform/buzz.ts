import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** A short buzz: something succeeded. Never the only sign of it. */
export function buzz(): void {
  if (!inBrowser) void Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}
