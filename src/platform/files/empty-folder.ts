import Taro from '@tarojs/taro'

/** A folder of ours, without what was left there last time: copies of somebody's data do not pile up on a phone. */
export function emptyFolder(name: string): string {
  const files = Taro.getFileSystemManager()
  const folder = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    files.rmdirSync(folder, true)
  } catch {
    // Nothing was there.
  }
  files.mkdirSync(folder, true)
  return folder
}
