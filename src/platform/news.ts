import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

let asking: Promise<unknown> | null = null

/**
 * Asks once, at a tap, whether WeChat may send news of what was just asked for; a second tap joins the first question. An
 * order never depends on the answer.
 */
export async function askForNews(): Promise<void> {
  const tmplIds = MESSAGE_TEMPLATES.split(',').filter(Boolean)
  if (inBrowser || tmplIds.length === 0) return
  asking ??= Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    .catch(() => undefined)
    .finally(() => {
      asking = null
    })
  await asking
}
