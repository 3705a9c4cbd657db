import type { WeChatReply } from './api'
import { optionalText, type Pairs } from './comm-message'
import { traceId } from './trace-id'

/** A text with this word counts as unlawful (`risky`), one with the other as doubtful (`review`); any other passes. */
const RISKY_WORD = '违禁示例词'
const REVIEW_WORD = '可疑示例词'

/** In characters. */
const LONGEST_CONTENT = 2500

/** Profile, comment, forum, social diary. */
export const SCENES: unknown[] = [1, 2, 3, 4]

/**
 * `security.msgSecCheck`, version 2. Where several things are wrong, the real order is not known.
 *
 * Codes as WeChat's table for this api gives them, but for the length: there it names none, 45002 is the general code for
 * content that is too long. Source: developers.weixin.qq.com, api_msgseccheck.
 */
export function checkText(pairs: Pairs): WeChatReply {
  const { openid, version, scene, content } = pairs
  if (!optionalText(openid)) return { errcode: 40003, errmsg: 'invalid openid' }
  if (version !== 2 || typeof content !== 'string') return { errcode: 47001, errmsg: 'data format error' }
  if (!SCENES.includes(scene)) return { errcode: 40129, errmsg: 'invalid scene' }
  if (content === '') return { errcode: 44002, errmsg: 'empty post data' }
  if ([...content].length > LONGEST_CONTENT) return { errcode: 45002, errmsg: 'content size out of limit' }

  const texts = [content, pairs.title, pairs.nickname, pairs.signature]
  const result = verdict(texts.filter((text) => typeof text === 'string').join('\n'))
  return {
    errcode: 0,
    errmsg: 'ok',
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    trace_id: traceId(),
  }
}

/** WeChat's labels: 100 nothing, 20006 unlawful, 21000 other. */
export function verdict(text: string): { suggest: 'pass' | 'review' | 'risky'; label: number } {
  if (text.includes(RISKY_WORD)) return { suggest: 'risky', label: 20006 }
  if (text.includes(REVIEW_WORD)) return { suggest: 'review', label: 21000 }
  return { suggest: 'pass', label: 100 }
}
