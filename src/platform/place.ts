import Taro from '@tarojs/taro'
import type { Place } from '#types/values'
import { standsAt } from './preview'
import { isPrivacyAsked } from './privacy'
import { openSetting } from './setting'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** How this build may ask where somebody is. The calls of the other ways are not even in it: WeChat looks for what it has not approved. */
const way = inBrowser || LOCATION === 'none' ? null : LOCATION === 'fuzzy' ? fuzzyWay() : preciseWay()

function preciseWay() {
  return { scope: 'scope.userLocation', ask: () => Taro.getLocation({ type: 'gcj02' }) }
}

function fuzzyWay() {
  return { scope: 'scope.userFuzzyLocation', ask: () => Taro.getFuzzyLocation({ type: 'gcj02' }) }
}

/** Whether somebody is asked where they are: a browser's address tells it, and some builds may not ask. */
export const isPlaceAsked = way !== null
/** Whether this build can tell at all where somebody is. */
export const canLocate = inBrowser || isPlaceAsked
/** Whether it can tell so exactly that a home may be marked by it. */
export const canLocateExactly = inBrowser || LOCATION === 'precise'

let asking: Promise<Place | null> | null = null

/** Where the person is; null when they would rather not say. Pages ask by `whereIAm`, which comes after the privacy question. */
export async function whereAmI(): Promise<Place | null> {
  if (inBrowser) return standsAt
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}

async function ask(): Promise<Place | null> {
  try {
    const found = await way?.ask()
    return found ? { lng: found.longitude, lat: found.latitude } : null
  } catch {
    return null
  }
}

/** Whether WeChat was allowed to tell it; undefined where it has not asked yet, or asks nobody. */
export async function isPlaceAllowed(): Promise<boolean | undefined> {
  if (!way) return undefined
  const { authSetting } = await Taro.getSetting().catch(() => ({ authSetting: {} }))
  return (authSetting as Partial<Record<string, boolean>>)[way.scope]
}

/** The same, but only when it was allowed before: opening a page never asks. */
export async function whereAmIIfAllowed(): Promise<Place | null> {
  if (inBrowser) return whereAmI()
  return (await isPlaceAllowed()) && !(await isPrivacyAsked()) ? whereAmI() : null
}

/** Opens WeChat's settings, straight from a tap, and tells whether its place is allowed afterwards. */
export function openPlaceSetting(tell: (isAllowed: boolean) => void): void {
  if (way) openSetting(way.scope, tell)
}

/** Whether `showTheWay` can do anything here. */
export const canShowTheWay = !inBrowser

/** Opens WeChat's map with the way to a place. */
export function showTheWay(to: { name: string; address: string; place: Place }): void {
  if (inBrowser) return
  const { lng: longitude, lat: latitude } = to.place
  void Taro.openLocation({ longitude, latitude, name: to.name, address: to.address })
}
