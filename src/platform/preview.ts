import type { Place } from '#types/values'

const inBrowser = process.env.TARO_ENV !== 'weapp'

const query = inBrowser ? new URLSearchParams(window.location.search) : null

/** Who the preview plays (`?as=`); empty on a phone, where WeChat tells the cloud who is calling. */
export const openid = query?.get('as') ?? ''

/** Where the preview's person stands (`?at=<lng>,<lat>`, GCJ-02), wherever the browser is; null when she does not say. */
export const standsAt: Place | null = placeOf(query?.get('at') ?? '')

function placeOf(text: string): Place | null {
  const [, lng, lat] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text) ?? []
  return lng === undefined || lat === undefined ? null : { lng: Number(lng), lat: Number(lat) }
}
