import type { MessageTemplate } from '#types/templates'
import type { OutboxMessage } from '../../parts'
import type { OpenapiWorld, WeChatReply } from './api'
import { optionalText, type Pairs } from './comm-message'
import { fieldTakes } from './template-fields'

/**
 * `subscribeMessage.send`: the message goes to the outbox, and one yes of its receiver with it. In which order WeChat looks is not
 * known; here a message that is wrong in itself takes no yes.
 */
export function sendMessage(pairs: Pairs, { now, outbox, grants }: OpenapiWorld): WeChatReply {
  const touser = optionalText(pairs.touser)
  const template = grants.template(optionalText(pairs.template_id) ?? '')
  if (!touser) return { errcode: 40003, errmsg: 'invalid openid' }
  if (!template) return { errcode: 40037, errmsg: 'invalid template_id' }
  const data = Object(pairs.data) as OutboxMessage['data'] // looked at in the next line
  const wrong = wrongField(template, data)
  if (wrong !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value invalid` }
  if (!grants.take(touser, template)) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }

  outbox.add({ at: now.toISOString(), touser, templateId: template.id, page: optionalText(pairs.page), data })
  return { errcode: 0, errmsg: 'ok' }
}

/** A field that the template has and that holds nothing, or nothing that it takes, or that the template has not. */
function wrongField({ fields }: MessageTemplate, data: OutboxMessage['data']): string | undefined {
  const names = Object.values(fields).map(({ name }) => name)
  const isWrong = (name: string) => !names.includes(name) || !fieldTakes(name, data[name]?.value)
  return [...names, ...Object.keys(data)].find(isWrong)
}
