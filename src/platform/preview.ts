const inBrowser = process.env.TARO_ENV !== 'weapp'

const query = inBrowser ? new URLSearchParams(window.location.search) : null

/** Who the preview plays (`?as=`); empty on a phone, where WeChat tells the cloud who is calling. */
export const openid = query?.get('as') ?? ''
