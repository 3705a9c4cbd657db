import Taro from '@tarojs/taro'
import { passOn } from './pass-on'

const inBrowser = process.env.TARO_ENV !== 'weapp'

export type FileFormat = 'csv' | 'xlsx'

/** A file of the cloud's storage: by its link for a browser, by its id for WeChat, which reaches no link that the console does not list. */
interface Stored {
  name: string
  format: FileFormat
  link: string
  fileId: string
}

/** Brought to where it can be opened at a tap; null where that did not work. */
export type Brought = (Stored & { path: string }) | null

/** Brings a file of the storage to this phone, before anybody taps; a browser needs no more than the link. */
export async function bringFile(file: Stored): Promise<Brought> {
  if (inBrowser) return { ...file, path: '' }
  try {
    const { tempFilePath } = await Taro.cloud.downloadFile({ fileID: file.fileId })
    return { ...file, path: tempFilePath }
  } catch {
    return null
  }
}

/** Whether WeChat can only pass such a file on: it shows tables, but no texts. */
export const isPassedOn = (format: FileFormat): boolean => !inBrowser && format === 'csv'

/**
 * Opens a file that was brought, straight from a tap: a download in a browser, WeChat's own reader on a phone, from where it is
 * passed on, or a chat to pass a text on. False when it was not opened.
 */
export async function openFile({ name, link, format, path }: NonNullable<Brought>): Promise<boolean> {
  try {
    if (inBrowser) follow(name, link)
    else if (isPassedOn(format)) await passOn(path, name)
    else await Taro.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true })
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
