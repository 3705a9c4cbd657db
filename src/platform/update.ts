import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Tells when WeChat has fetched a newer version of this program, which it otherwise starts only some days later. */
export function onUpdateReady(tell: () => void): void {
  if (inBrowser) return
  try {
    Taro.getUpdateManager().onUpdateReady(tell)
  } catch {
    // A WeChat that cannot do this starts the newer version by itself, one day.
  }
}

/** Starts the program anew, in its newer version. Only after `onUpdateReady`. */
export function startAnew(): void {
  Taro.getUpdateManager().applyUpdate()
}
