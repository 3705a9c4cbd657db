import { StoreError, type StoreFault, TakeError, type TakeFault } from '@/platform/photos/fault'
import { CallError } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'

/** Of a photo that did not come in. */
const notTaken: Record<TakeFault, string> = {
  notAllowed: '没有打开相机和相册。请在微信的设置里允许用相机，再点一次。',
  unreadable: '刚才选的照片打不开，没有放进来。请用相机直接拍一张。',
  heic: '刚才选的照片是 HEIC 格式，别的手机打不开，没有放进来。请用相机直接拍一张；要用相册里的，先把它截屏，再选截下来的那张。',
  tooLarge: '刚才选的照片太大，没有放进来。请用相机直接拍一张。',
  failed: '没有拍成。请再点一次。',
}

/** Of a photo that is there but did not reach the cloud. */
const notStored: Record<StoreFault, string> = {
  offline: '手机没有连上网，照片没有传上去。有网了再传一次。',
  noReply: '等了一会儿没有回音，照片没有传上去。请再传一次。',
  unreadable: '这张照片打不开了，没有传上去。请重新拍一张。',
  tooLarge: '这张照片太大，没有传上去。请用相机重新拍一张。',
  refused: '照片没有收下。请退出小程序，打开了再拍一张。',
  failed: '照片没有传上去，是我们这边的问题。请再传一次。',
}

/** After these the same photo is not taken however often it is sent. */
const lost = ['DOCUMENT_MISSING', 'NOT_A_PHOTO']

/** What was written stays, whatever becomes of a photo. */
const rest = '别的写的都还在，也可以先存下来。'

/** What to tell whoever did not agree that the camera is used. */
export const notAgreed = `没有同意用照片，就不能在这里拍。${rest}`

/** What to tell people when no photo was taken. */
export const notTakenSentence = (error: unknown): string =>
  `${notTaken[error instanceof TakeError ? error.fault : 'failed']}${rest}`

/** What to tell people when a photo did not arrive. */
export function notKeptSentence(error: unknown): string {
  if (error instanceof StoreError) return `${notStored[error.fault]}${rest}`
  return `${isLost(error) ? notStored.unreadable : sentenceFor(error)}${rest}`
}

/** Whether the same photo need not be sent again. */
export const isLost = (error: unknown): boolean =>
  error instanceof CallError ? lost.includes(error.code) : isGone(error)

const isGone = (error: unknown): boolean =>
  error instanceof StoreError && (error.fault === 'unreadable' || error.fault === 'tooLarge')
