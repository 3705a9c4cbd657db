import Taro from '@tarojs/taro'
import { isUnanswered, messageOf } from '../failure'
import { openid } from '../preview'
import { StoreError, type StoreFault } from './fault'
import { contentOf } from './take'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/**
 * Puts a photo where the cloud said, and tells its id. The same path again replaces what lies there.
 * @throws StoreError `offline`, `noReply` after a minute, `tooLarge`, `refused`, `unreadable` when the photo is gone, `failed`
 */
export const storePhoto = (path: string, tempPath: string): Promise<string> =>
  inBrowser ? storeFromBrowser(path, tempPath) : storeFromWeChat(path, tempPath)

const patience = 60_000

async function storeFromWeChat(path: string, tempPath: string): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('noReply')), patience)
  })
  try {
    const sending = Taro.cloud.uploadFile({ cloudPath: path, filePath: tempPath })
    const { fileID } = await Promise.race([sending, late])
    return fileID
  } catch (failure) {
    throw failure instanceof StoreError ? failure : new StoreError(await faultOf(failure))
  } finally {
    clearTimeout(timer)
  }
}

async function faultOf(failure: unknown): Promise<StoreFault> {
  const message = messageOf(failure)
  if (/no such file|not exist|not found/i.test(message)) return 'unreadable'
  if (/too large|size/i.test(message)) return 'tooLarge'
  if (/permission|auth|denied|forbidden/i.test(message)) return 'refused'
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  if (networkType === 'none') return 'offline'
  return isUnanswered(failure) ? 'noReply' : 'failed'
}

async function storeFromBrowser(path: string, tempPath: string): Promise<string> {
  const content = contentOf(tempPath)
  if (!content) throw new StoreError('unreadable')
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    const response = await fetch(`/storage/${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', ...(openid ? { 'x-wx-openid': openid } : {}) },
      body: content,
      signal: abort.signal,
    })
    if (!response.ok) throw new StoreError(refusals[response.status] ?? 'failed')
    return ((await response.json()) as { fileID: string }).fileID // as WeChat's own storage answers
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(abort.signal.aborted ? 'noReply' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}

const refusals: Partial<Record<number, StoreFault>> = { 401: 'refused', 403: 'refused', 413: 'tooLarge' }
