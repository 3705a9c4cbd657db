import Taro from '@tarojs/taro'

/**
 * Gives a file of the phone to somebody in a chat. WeChat takes it only straight from a tap: nothing may be waited for before.
 * Rejects when it was not given.
 */
export const passOn = (filePath: string, fileName: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    void Taro.shareFileMessage({ filePath, fileName, success: resolve, fail: reject })
  })
