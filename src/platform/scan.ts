import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Reads a code with the camera; null in a browser and when nothing was read. */
export async function scan(): Promise<string | null> {
  if (inBrowser) return null
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}

export const canScan = !inBrowser
