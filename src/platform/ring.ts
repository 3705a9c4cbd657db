import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Opens the dialler. */
export function ring(phoneNumber: string): void {
  if (inBrowser) window.location.href = `tel:${phoneNumber}`
  else void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined) // the person thought better of it
}
