import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** How much larger than usual the person has set WeChat's type; 1 in a browser. */
export function wechatFontFactor(): number {
  if (inBrowser) return 1
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number } // newer than Taro's types
  return fontSizeScaleFactor ?? 1
}
