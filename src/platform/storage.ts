import Taro from '@tarojs/taro'
import { openid } from './preview'

/** Five previews share one origin, so each key carries its person. */
const storageKey = (name: string) => (openid ? `${openid}:${name}` : name)

/** What was kept under this name, or null. */
export function kept(name: string): string | null {
  try {
    const value: unknown = Taro.getStorageSync(storageKey(name))
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null // storage may be switched off; nothing that matters lives only there
  }
}

export function keep(name: string, value: string): void {
  try {
    Taro.setStorageSync(storageKey(name), value)
  } catch {
    // As above: a choice is then forgotten with the page.
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(storageKey(name))
  } catch {
    // As above.
  }
}
