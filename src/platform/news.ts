import Taro from '@tarojs/taro'
import type { TemplateName } from '#types/templates'
import { messageOf } from './failure'
import { openid } from './preview'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** So many templates may be asked for at once: five by WeChat's newer pages, three by its older ones. */
const MOST = 3

let isAsking = false

/** What they said no to where it mattered most: they are not asked for it again until the app is opened anew. */
const refused = new Set<TemplateName>()

/**
 * Asks at a tap whether WeChat may send one more message about each of these, the most important first. It must be called straight
 * from the tap: WeChat refuses it after anything that was waited for. Nothing that is tapped for depends on the answer.
 * @returns about what they said yes to one message; nothing where a yes lasts, where there is no template, or while they are asked already
 */
export async function askForNews(about: readonly TemplateName[]): Promise<TemplateName[]> {
  const asked = askedTogether(about)
  const [first] = asked
  if (isAsking || !first || refused.has(first.name)) return []
  isAsking = true
  try {
    const tmplIds = [...new Set(asked.map(({ id }) => id))].slice(0, MOST)
    const answers = await (inBrowser ? throughBrowser(tmplIds) : throughWeChat(tmplIds))
    if (answers[first.id] === 'reject') refused.add(first.name)
    return asked.filter(({ id, isLong }) => !isLong && answers[id] === 'accept').map(({ name }) => name)
  } catch (failure) {
    if (/cancel/.test(messageOf(failure))) refused.add(first.name) // they have closed the question
    return [] // or switched all messages off, about which WeChat then asks nobody
  } finally {
    isAsking = false
  }
}

/** Long-term templates and others cannot be asked for in one call: those like the most important one. */
function askedTogether(about: readonly TemplateName[]) {
  const known = about.flatMap((name) => {
    const template = MESSAGE_TEMPLATES[name]
    return template ? [{ name, ...template }] : []
  })
  return known.filter(({ isLong }) => isLong === known[0]?.isLong)
}

const throughWeChat = async (tmplIds: string[]): Promise<Record<string, unknown>> => ({
  ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })),
})

/** In the preview nobody is asked: the cloud on the desk plays somebody who lets WeChat remember their yes. */
async function throughBrowser(tmplIds: string[]): Promise<Record<string, unknown>> {
  const response = await fetch('/subscribe', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-wx-openid': openid } : {}) },
    body: JSON.stringify({ tmplIds }),
  })
  return (await response.json()) as Record<string, unknown>
}
