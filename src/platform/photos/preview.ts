import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Whether `previewPhotos` can do anything here; elsewhere the page shows the photo large by itself. */
export const canPreviewPhotos = !inBrowser

/** Shows photos over the whole screen, to be pulled larger. */
export function previewPhotos(links: string[], current: string): void {
  if (!inBrowser) void Taro.previewImage({ urls: links, current }).catch(() => undefined)
}
