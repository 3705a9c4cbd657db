import type { UnseenPhoto } from '../../meals/menus'

/** Why nobody else sees the photo of a dish or a set, for whoever cooks it. */
export const unseenPhotoWord: Record<UnseenPhoto, string> = {
  awaited: '微信还在看这张照片，一般半小时以内看完。看完以前，老人看到的是图画。',
  refused: '这张照片没有通过微信的检查，已经删掉了，老人看到的是图画。请换一张。',
  gone: '这张照片微信没有看成，已经不在了，老人看到的是图画。请再拍一张。',
}
