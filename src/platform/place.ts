import Taro from '@tarojs/taro'
import type { Place } from '#types/values'
import { standsAt } from './preview'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Where the person is; null when they would rather not say. */
export async function whereAmI(): Promise<Place | null> {
  if (inBrowser) return standsAt
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' })
    return { lng: longitude, lat: latitude }
  } catch {
    return null
  }
}

/** The same, but only when it was allowed before: opening a page never asks. */
export async function whereAmIIfAllowed(): Promise<Place | null> {
  if (inBrowser) return whereAmI()
  const { authSetting } = await Taro.getSetting().catch(() => ({ authSetting: {} as Taro.AuthSetting }))
  return authSetting['scope.userLocation'] ? whereAmI() : null
}

/** Whether `showTheWay` can do anything here. */
export const canShowTheWay = !inBrowser

/** Opens WeChat's map with the way to a place. */
export function showTheWay(to: { name: string; address: string; place: Place }): void {
  if (inBrowser) return
  const { lng: longitude, lat: latitude } = to.place
  void Taro.openLocation({ longitude, latitude, name: to.name, address: to.address })
}
