import { APP_ID } from '../../runner/environment'
import type { CloudStorage } from '../storage/cloud-storage'
import type { OpenapiWorld, WeChatReply } from './api'
import { SCENES, verdict } from './check-text'
import { optionalText, type Pairs } from './comm-message'
import { traceId } from './trace-id'

/** Of `media_type`: 1 is sound, which nobody here sends. */
const PICTURE = 2

/** WeChat's code for a link that it could not open, as it stands in a push. */
const NOT_FETCHED = -1008

/**
 * `security.mediaCheckAsync`, version 2: takes the question at once and answers later, by a push `wxa_media_check` to a function. A
 * picture is judged by the words among its bytes, as a text is.
 */
export function checkPhoto(pairs: Pairs, { now, pushes, storage }: OpenapiWorld): WeChatReply {
  const { openid, version, scene, media_type: type, media_url: link } = pairs
  if (!optionalText(openid)) return { errcode: 40003, errmsg: 'invalid openid' }
  const isLink = typeof link === 'string' && URL.canParse(link)
  if (version !== 2 || type !== PICTURE || !isLink) return { errcode: 47001, errmsg: 'data format error' }
  if (!SCENES.includes(scene)) return { errcode: 40129, errmsg: 'invalid scene' }

  const trace_id = traceId()
  pushes.add(() => ({
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(now.getTime() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: APP_ID,
    trace_id,
    version: 2,
    ...found(contentAt(new URL(link), storage)),
  }))
  return { errcode: 0, errmsg: 'ok', trace_id }
}

function found(content: Buffer | undefined): object {
  if (!content) return { errcode: NOT_FETCHED, errmsg: 'media download failed', detail: [] }
  const result = verdict(content.toString('utf8'))
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }]
  return { errcode: 0, errmsg: 'ok', result, detail }
}

/** A temporary address of our own storage is the only one that can be opened from here. */
function contentAt({ pathname, searchParams }: URL, storage: CloudStorage | undefined): Buffer | undefined {
  const path = decodeURIComponent(pathname).replace(/^\/storage\//, '')
  const sign = searchParams.get('sign') ?? undefined
  const t = searchParams.get('t') ?? undefined
  return storage?.signs.allows('get', path, { sign, t }) ? storage.read(path)?.content : undefined
}
