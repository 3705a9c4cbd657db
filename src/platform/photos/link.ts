const inBrowser = process.env.TARO_ENV !== 'weapp'

/** From where a photo that everybody may see is shown, by its id: WeChat takes the id itself. */
export const photoLink = (fileId: string): string =>
  inBrowser ? fileId.replace(/^cloud:\/\/[^/]+/, '/storage') : fileId
