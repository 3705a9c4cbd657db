import Taro from '@tarojs/taro'
import { dialled } from '#types/phones'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Opens the dialler. */
export function ring(phone: string): void {
  const phoneNumber = dialled(phone)
  if (inBrowser) window.location.href = `tel:${phoneNumber}`
  else void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined) // the person thought better of it
}
