import Taro from '@tarojs/taro'
import { messageOf } from '../failure'
import { download } from './download'
import { emptyFolder } from './empty-folder'
import { passOn } from './pass-on'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/**
 * Gives a text away as a file: a download in a browser; in WeChat a message to somebody, on a computer a place on its
 * disk. Only right after a tap. False when it was not given.
 */
export async function saveFile(name: string, text: string, mime = 'text/plain'): Promise<boolean> {
  try {
    if (inBrowser) download(name, new Blob([text], { type: `${mime};charset=utf-8` }))
    else await giveAway(name, text)
    return true
  } catch {
    return false
  }
}

async function giveAway(name: string, text: string): Promise<void> {
  const fileName = name.replace(/[\\/:*?"<>|]/g, '-')
  const filePath = `${emptyFolder('given')}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  try {
    await passOn(filePath, fileName)
  } catch (failure) {
    if (/cancel/.test(messageOf(failure))) throw failure
    await Taro.saveFileToDisk({ filePath }) // WeChat on a computer; a phone refuses this too
  }
}
