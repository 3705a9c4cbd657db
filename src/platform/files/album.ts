import Taro from '@tarojs/taro'
import { messageOf } from '../failure'
import { openSetting } from '../setting'

/** WeChat asks for the album once; whoever said no then is shown where to change it. */
export async function keepInAlbum(filePath: string): Promise<boolean> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath })
    return true
  } catch (failure) {
    const isRefused = /auth/.test(messageOf(failure))
    if (!isRefused || !(await wasAlbumOpened())) return false
    await Taro.saveImageToPhotosAlbum({ filePath })
    return true
  }
}

/** WeChat opens its settings from within the answer to this question, and no longer once anything was waited for. */
const wasAlbumOpened = () =>
  new Promise<boolean>((resolve) => {
    void Taro.showModal({
      title: '存不到相册里',
      content: '您还没有允许我们往手机相册里存图片。要存，请点“去设置”，打开“添加到相册”，再回到这里。',
      confirmText: '去设置',
      cancelText: '先不存',
      success: ({ confirm }) => {
        if (confirm) openSetting('scope.writePhotosAlbum', resolve)
        else resolve(false)
      },
    }).catch(() => resolve(false))
  })
