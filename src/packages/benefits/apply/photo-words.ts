import { StoreError, type StoreFault, TakeError, type TakeFault } from '@/platform/photos/fault'
import { sentenceFor, sentences } from '@/services/sentences'

/** Of a photo that did not come in. */
const notTaken: Record<TakeFault, string> = {
  notAllowed: '没有打开相机和相册。请在微信的设置里允许用相机，再点一次；也可以带上材料，请驿站的人来拍。',
  unreadable: '刚才选的照片打不开，没有放进来。请用相机直接拍一张。',
  heic: '刚才选的照片是 HEIC 格式，看材料的人打不开，没有放进来。请用相机直接拍一张；要用相册里的，先把它截屏，再选截下来的那张。',
  tooLarge: '刚才选的照片太大，没有放进来。请用相机直接拍一张。',
  failed: '没有拍成。请再点一次；还是不行，可以带上材料，请驿站的人来拍。',
}

/** Of the nth photo, which is there but did not reach the cloud. */
const notStored: Record<StoreFault, (nth: number) => string> = {
  offline: () => '手机没有连上网，照片没有传上去。照片都还在，有网了再点一次。',
  noReply: () => '等了一会儿没有回音。照片都还在，请再点一次，不会传两遍。',
  unreadable: (nth) => `第 ${nth} 张照片打不开了，${another}`,
  tooLarge: (nth) => `第 ${nth} 张照片太大，${another}`,
  refused: () => '照片没有收下。请退出小程序，再打开一次；拍好的要是不在了，请再拍。',
  failed: () => '照片没有传上去，是我们这边的问题。照片都还在，请再点一次。',
}

const another = '没有传上去。请去掉它，用相机重新拍一张，再点一次。别的都还在。'

/** What to tell people when no photo was taken. @param isInstead whether it was to take the place of one, which stays */
export function notTakenSentence(error: unknown, isInstead: boolean): string {
  const sentence = notTaken[error instanceof TakeError ? error.fault : 'failed']
  return isInstead ? `${sentence}原来那张还在。` : sentence
}

/** What to tell people when the nth photo, counted from 1, did not arrive. */
export function notStoredSentence(error: unknown, nth: number): string {
  if (error instanceof StoreError) return notStored[error.fault](nth)
  const sentence = sentenceFor(error)
  return sentence === sentences.OFFLINE ? notStored.offline(nth) : sentence
}
