/// <reference types="miniprogram-api-typings" />

/** Taro makes a promise of these in any case; WeChat answers with a task, or with nothing where it calls back. */
interface Promised {
  downloadFile(options: { url: string }): Promise<WechatMiniprogram.DownloadFileSuccessCallbackResult>
  getFuzzyLocation(
    options: WechatMiniprogram.GetFuzzyLocationOption,
  ): Promise<WechatMiniprogram.GetFuzzyLocationSuccessCallbackResult>
  openSetting(
    options?: WechatMiniprogram.OpenSettingOption,
  ): Promise<WechatMiniprogram.OpenSettingSuccessCallbackResult>
  showModal(
    options: WechatMiniprogram.ShowModalOption,
  ): Promise<WechatMiniprogram.ShowModalSuccessCallbackResult>
}

/** WeChat's words without a `wx.` before them. */
interface Bare {
  getCurrentPages: typeof getCurrentPages
}

/** What the phone's code calls `Taro` is here what WeChat itself says that `wx` is; where Taro adds something, it stands above. */
declare const Taro: Omit<typeof wx, keyof Promised> & Promised & Bare

declare namespace Taro {
  type AuthSetting = WechatMiniprogram.AuthSetting
  type Canvas = WechatMiniprogram.Canvas
}

export default Taro
export declare function useShareAppMessage(share: WechatMiniprogram.Page.ILifetime['onShareAppMessage']): void
