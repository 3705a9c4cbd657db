import { PhotoError, type PhotoFault } from '@/platform/photos/fault'
import { sentenceFor, sentences } from '@/services/sentences'

const photoSentences: Record<PhotoFault, string> = {
  notAllowed: '没有打开相机和相册。请在微信的设置里允许用相机，再点一次；也可以带上材料，请驿站的人来拍。',
  unreadable: '有一张照片打不开。请用相机再拍一张；已经放在里面的那一张，先去掉。',
  heic: '这张照片是苹果手机的一种格式（HEIC），看材料的人打不开，没有放进来。请用相机直接拍一张；要用相册里的，先把它截屏，再选截下来的那张。',
  offline: '手机没有连上网，照片没有传上去。照片都还在，有网了再点一次。',
  noReply: '等了一会儿没有回音。照片都还在，请再点一次，不会传两遍。',
  tooLarge: '有一张照片太大，传不上去。请用相机直接拍一张；已经放在里面的那一张，先去掉。',
  refused: '照片没有收下。请退出小程序，再打开一次；拍好的要是不在了，请再拍。',
  failed: '照片没有传上去，是我们这边的问题。照片都还在，请再点一次。',
}

/** What to tell people about anything that went wrong with a photo. */
export function photoSentence(error: unknown): string {
  if (error instanceof PhotoError) return photoSentences[error.fault]
  const sentence = sentenceFor(error)
  return sentence === sentences.OFFLINE ? photoSentences.offline : sentence
}
