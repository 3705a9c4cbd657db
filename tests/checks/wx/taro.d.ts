/// <reference types="miniprogram-api-typings" />

/** WeChat answers these with a task; Taro makes a promise of them. */
interface Promised {
  downloadFile(options: { url: string }): Promise<WechatMiniprogram.DownloadFileSuccessCallbackResult>
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
