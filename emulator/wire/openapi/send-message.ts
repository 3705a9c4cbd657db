import type { OutboxMessage } from '../../parts'
import type { OpenapiWorld, WeChatReply } from './api'
import { optionalText, type Pairs } from './comm-message'

/** `subscribeMessage.send`: the message goes to the outbox. WeChat would check its fields against the template. */
export function sendMessage(pairs: Pairs, { now, outbox }: OpenapiWorld): WeChatReply {
  const touser = optionalText(pairs.touser)
  const templateId = optionalText(pairs.template_id)
  if (!touser) return { errcode: 40003, errmsg: 'invalid openid' }
  if (!templateId) return { errcode: 40037, errmsg: 'invalid template_id' }
  if (outbox.isRefusedBy(touser)) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }

  outbox.add({
    at: now.toISOString(),
    touser,
    templateId,
    page: optionalText(pairs.page),
    data: Object(pairs.data) as OutboxMessage['data'], // checked by nobody here
  })
  return { errcode: 0, errmsg: 'ok' }
}
