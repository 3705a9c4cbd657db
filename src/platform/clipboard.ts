import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Copies a text, to be pasted into a message; false when that could not be done. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (inBrowser) await navigator.clipboard.writeText(text)
    else await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
