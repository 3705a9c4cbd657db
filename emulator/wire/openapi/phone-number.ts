import { APP_ID } from '../../runner/environment'
import type { OpenapiWorld, WeChatReply } from './api'
import { optionalText, type Pairs } from './comm-message'

/** `phonenumber.getPhoneNumber`: the number behind a code, once. Its watermark tells when its owner agreed, in seconds. */
export function tellPhoneNumber(pairs: Pairs, { now, phoneCodes }: OpenapiWorld): WeChatReply {
  const given = phoneCodes.redeem(optionalText(pairs.code) ?? '', now)
  if (!given) return { errcode: 40029, errmsg: 'invalid code' }
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: given.phone,
      purePhoneNumber: given.phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(given.at.getTime() / 1000), appid: APP_ID },
    },
  }
}
