import Taro from '@tarojs/taro'
import { messageOf } from '../failure'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** What became of choosing a file: its text, none chosen, or one that could not be read. */
type Picked = { state: 'read'; text: string } | { state: 'none' } | { state: 'failed' }

/**
 * Lets somebody choose a text file, right after a tap: one of the computer in a browser, one that was sent in a chat on a
 * phone.
 * @param ending of its name, without the dot: json
 */
export async function pickText(ending: string): Promise<Picked> {
  try {
    const text = inBrowser ? await pickOnComputer(ending) : await pickInChat(ending)
    return text === null ? { state: 'none' } : { state: 'read', text }
  } catch (failure) {
    return /cancel/.test(messageOf(failure)) ? { state: 'none' } : { state: 'failed' }
  }
}

async function pickInChat(ending: string): Promise<string | null> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [ending] })
  const path = tempFiles[0]?.path
  if (path === undefined) return null
  return Taro.getFileSystemManager().readFileSync(path, 'utf8') as string // text, since an encoding is given
}

function pickOnComputer(ending: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const box = Object.assign(document.createElement('input'), { type: 'file', accept: `.${ending}` })
    box.addEventListener('change', () => {
      const file = box.files?.[0]
      if (file) file.text().then(resolve, reject)
      else resolve(null)
    })
    box.addEventListener('cancel', () => resolve(null))
    box.click()
  })
}
