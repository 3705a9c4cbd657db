import Taro from '@tarojs/taro'
import { pictureKind, TELLING_BYTES } from '#types/photos'
import { messageOf } from '../failure'
import { TakeError } from './fault'
import { requireSendable } from './sendable'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** A photo on this device, until the app is closed. */
interface Taken {
  tempPath: string
}

/**
 * Lets somebody take a photo or choose one, right after a tap; null when they thought better of it.
 * @throws TakeError `notAllowed` without the camera and the album, `unreadable`, `heic`, `tooLarge`, `failed`
 */
export const takePhoto = (): Promise<Taken | null> => (inBrowser ? takeInBrowser() : takeInWeChat())

async function takeInWeChat(): Promise<Taken | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    const [file] = tempFiles
    if (!file?.tempFilePath) return null
    requireSendable(beginningOf(file.tempFilePath), file.size)
    return { tempPath: file.tempFilePath }
  } catch (failure) {
    if (failure instanceof TakeError) throw failure
    const message = messageOf(failure)
    if (/cancel/i.test(message)) return null
    throw new TakeError(/auth|privacy|permission/i.test(message) ? 'notAllowed' : 'failed')
  }
}

/** Null where this phone does not let its files be read in part; the cloud looks at what arrives all the same. */
function beginningOf(tempPath: string): Uint8Array | null {
  try {
    const read = Taro.getFileSystemManager().readFileSync(tempPath, undefined, 0, TELLING_BYTES)
    return typeof read === 'string' ? null : new Uint8Array(read)
  } catch {
    return null
  }
}

/** Large enough to read a stamp by, small enough for a slow line. */
const longestSide = 1600
const quality = 0.8

const contents = new Map<string, Blob>()

/** What was taken in a browser, by its `tempPath`; undefined after a restart. */
export const contentOf = (tempPath: string): Blob | undefined => contents.get(tempPath)

async function takeInBrowser(): Promise<Taken | null> {
  const file = await chosenFile()
  if (!file) return null
  const content = await shrunk(file).catch(async (error) => {
    throw (await isHeic(file)) ? new TakeError('heic') : error
  })
  requireSendable(null, content.size)
  const tempPath = URL.createObjectURL(content)
  contents.set(tempPath, content)
  return { tempPath }
}

/** Some browsers open a HEIC, and draw it as a JPEG; others cannot. */
function isHeic(file: Blob): Promise<boolean> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onerror = () => resolve(false)
    reader.onload = () => resolve(pictureKind(new Uint8Array(reader.result as ArrayBuffer)) === 'heic') // what is asked for below
    reader.readAsArrayBuffer(file.slice(0, TELLING_BYTES))
  })
}

function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const box = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' })
    box.addEventListener('change', () => resolve(box.files?.[0] ?? null))
    box.addEventListener('cancel', () => resolve(null))
    box.click()
  })
}

async function shrunk(file: Blob): Promise<Blob> {
  const picture = await decoded(file)
  const scale = Math.min(1, longestSide / Math.max(picture.naturalWidth, picture.naturalHeight))
  const width = Math.round(picture.naturalWidth * scale)
  const height = Math.round(picture.naturalHeight * scale)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    const done = (content: Blob | null) => (content ? resolve(content) : reject(new TakeError('unreadable')))
    canvas.toBlob(done, 'image/jpeg', quality)
  })
}

function decoded(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  return new Promise<HTMLImageElement>((resolve, reject) => {
    const picture = document.createElement('img')
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new TakeError('unreadable'))
    picture.src = address
  }).finally(() => URL.revokeObjectURL(address))
}
