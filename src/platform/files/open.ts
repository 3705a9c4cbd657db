import Taro from '@tarojs/taro'

/** Files that are not made on the phone: one that lies behind a link, and one that somebody has at hand. */
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

/** What became of choosing a file: its text, none chosen, or one that could not be read. */
export type Picked = { state: 'read'; text: string } | { state: 'none' } | { state: 'failed' }

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
    return isCancelled(failure) ? { state: 'none' } : { state: 'failed' }
  }
}

/** WeChat's failures are plain objects. */
const isCancelled = (failure: unknown) =>
  /cancel/.test(String((failure as { errMsg?: string } | null)?.errMsg ?? ''))

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
