import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

export type FileFormat = 'csv' | 'xlsx'

/** Whether `openFile` can do anything with such a file here: WeChat shows tables, but no texts. */
export const canOpenFile = (format: FileFormat): boolean => inBrowser || format === 'xlsx'

/**
 * Opens a file behind a link, right after a tap: a download in a browser, WeChat's own reader on a phone, from where it is
 * passed on. False when it was not opened.
 */
export async function openFile(file: { name: string; link: string; format: FileFormat }): Promise<boolean> {
  const { name, link, format } = file
  if (!canOpenFile(format)) return false
  try {
    if (inBrowser) follow(name, link)
    else await showInWeChat(link)
    return true
  } catch {
    return false
  }
}

/** The cloud's storage may lie at another address, where a browser heeds only the name that the storage tells. */
function follow(name: string, link: string): void {
  const way = Object.assign(document.createElement('a'), { href: link, download: name, rel: 'noopener' })
  document.body.append(way)
  way.click()
  way.remove()
}

const found = 200

async function showInWeChat(link: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: link })
  if (statusCode !== found) throw new Error(`the link answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}
