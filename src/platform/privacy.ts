import Taro from '@tarojs/taro'
import { keep, kept } from './storage'

const inBrowser = process.env.TARO_ENV !== 'weapp'

const agreedKey = 'privacy-agreed'

/** Whether the privacy guide still waits for this person's yes. In a browser only a yes is remembered. */
export async function isPrivacyAsked(): Promise<boolean> {
  if (inBrowser) return kept(agreedKey) === null
  try {
    return await new Promise<boolean>((resolve, reject) => {
      Taro.getPrivacySetting({ success: (setting) => resolve(setting.needAuthorization), fail: reject })
    })
  } catch {
    return false // an older WeChat has no guide, or asks by itself
  }
}

/** Keeps a yes that was given in a browser; WeChat keeps its own. */
export function keepPrivacyYes(): void {
  if (inBrowser) keep(agreedKey, 'yes')
}

/** Whether `openPrivacyGuide` can do anything here. */
export const canOpenPrivacyGuide = !inBrowser

/** Opens the privacy guide of this mini-program. */
export function openPrivacyGuide(): void {
  if (!inBrowser) Taro.openPrivacyContract({ fail: () => undefined })
}
