/** With what the mini-program is uploaded. It is not among our dependencies: it is large, and needed here alone. */
const UPLOADER = 'miniprogram-ci@2.1.42'

/** What is known of the mini-program: `key` is the file of its upload key. */
interface Phone {
  appId: string
  version: string
  key: string | undefined
}

/** Nobody's mini-program. */
const TOURIST = 'touristappid'

/** How the mini-program is brought up: by a command, or by hand, and then why. */
export function uploadOf({ appId, version, key }: Phone): { args: string[] } | { byHand: string } {
  if (appId === TOURIST)
    return {
      byHand:
        'project.config.json 里的 appid 还不是您自己的。写上以后，在微信开发者工具里打开这个目录，预览，再上传。',
    }
  if (!key)
    return {
      byHand:
        '没有给上传密钥（MINIPROGRAM_KEY：微信公众平台 → 开发管理 → 小程序代码上传，下载的文件），请在微信开发者工具里打开这个目录，预览，再上传。',
    }
  const about = ['--pp', '.', '--pkp', key, '--appid', appId, '--uv', version, '-r', '1']
  return { args: ['--yes', UPLOADER, 'upload', ...about] }
}
