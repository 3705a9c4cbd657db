import Taro from '@tarojs/taro'
import { openid } from './preview'

/** Photos of papers: taken or chosen, made smaller, and put into the cloud's storage. */
const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Why a photo was not taken, or not stored. */
export type PhotoFault =
  | 'notAllowed'
  | 'unreadable'
  | 'offline'
  | 'noReply'
  | 'tooLarge'
  | 'refused'
  | 'failed'

export class PhotoError extends Error {
  constructor(readonly fault: PhotoFault) {
    super(fault)
    this.name = 'PhotoError'
  }
}

/** A photo on this device, until the app is closed. */
export interface Taken {
  tempPath: string
}

/**
 * Lets somebody take a photo or choose one, right after a tap; null when they thought better of it.
 * @throws PhotoError `notAllowed` without the camera and the album, `unreadable`, `failed`
 */
export const takePhoto = (): Promise<Taken | null> => (inBrowser ? takeInBrowser() : takeInWeChat())

/**
 * Puts a photo where the cloud said, and tells its id. The same path again replaces what lies there.
 * @throws PhotoError `offline`, `noReply` after a minute, `tooLarge`, `refused`, `unreadable` when the photo is gone, `failed`
 */
export const storePhoto = (path: string, tempPath: string): Promise<string> =>
  inBrowser ? storeFromBrowser(path, tempPath) : storeFromWeChat(path, tempPath)

/** Whether `previewPhotos` can do anything here; elsewhere the page shows the photo large by itself. */
export const canPreviewPhotos = !inBrowser

/** Shows photos over the whole screen, to be pulled larger. */
export function previewPhotos(links: string[], current: string): void {
  if (!inBrowser) void Taro.previewImage({ urls: links, current }).catch(() => undefined)
}

const patience = 60_000

// WeChat.

/** WeChat's failures are plain objects. */
const messageOf = (failure: unknown) => String((failure as { errMsg?: string } | null)?.errMsg ?? failure)

async function takeInWeChat(): Promise<Taken | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    const tempPath = tempFiles[0]?.tempFilePath
    return tempPath ? { tempPath } : null
  } catch (failure) {
    const message = messageOf(failure)
    if (/cancel/i.test(message)) return null
    throw new PhotoError(/auth|privacy|permission/i.test(message) ? 'notAllowed' : 'failed')
  }
}

async function storeFromWeChat(path: string, tempPath: string): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PhotoError('noReply')), patience)
  })
  try {
    const sending = Taro.cloud.uploadFile({ cloudPath: path, filePath: tempPath })
    const { fileID } = await Promise.race([sending, late])
    return fileID
  } catch (failure) {
    throw failure instanceof PhotoError ? failure : new PhotoError(await faultOf(messageOf(failure)))
  } finally {
    clearTimeout(timer)
  }
}

async function faultOf(message: string): Promise<PhotoFault> {
  if (/no such file|not exist|not found/i.test(message)) return 'unreadable'
  if (/too large|size/i.test(message)) return 'tooLarge'
  if (/permission|auth|denied|forbidden/i.test(message)) return 'refused'
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  if (networkType === 'none') return 'offline'
  return /time.?out|interrupted/i.test(message) ? 'noReply' : 'failed'
}

// A browser.

/** Large enough to read a stamp by, small enough for a slow line. */
const longestSide = 1600
const quality = 0.8

/** What was taken, by its address. */
const contents = new Map<string, Blob>()

async function takeInBrowser(): Promise<Taken | null> {
  const file = await chosenFile()
  if (!file) return null
  const content = await shrunk(file)
  const tempPath = URL.createObjectURL(content)
  contents.set(tempPath, content)
  return { tempPath }
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
    const done = (content: Blob | null) => (content ? resolve(content) : reject(new PhotoError('unreadable')))
    canvas.toBlob(done, 'image/jpeg', quality)
  })
}

function decoded(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  return new Promise<HTMLImageElement>((resolve, reject) => {
    const picture = document.createElement('img')
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new PhotoError('unreadable'))
    picture.src = address
  }).finally(() => URL.revokeObjectURL(address))
}

async function storeFromBrowser(path: string, tempPath: string): Promise<string> {
  const content = contents.get(tempPath)
  if (!content) throw new PhotoError('unreadable')
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    const response = await fetch(`/storage/${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', ...(openid ? { 'x-wx-openid': openid } : {}) },
      body: content,
      signal: abort.signal,
    })
    if (!response.ok) throw new PhotoError(refusals[response.status] ?? 'failed')
    return ((await response.json()) as { fileID: string }).fileID // as WeChat's own storage answers
  } catch (error) {
    if (error instanceof PhotoError) throw error
    throw new PhotoError(abort.signal.aborted ? 'noReply' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}

const refusals: Partial<Record<number, PhotoFault>> = { 401: 'refused', 403: 'refused', 413: 'tooLarge' }
