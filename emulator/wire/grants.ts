import { type MessageTemplate, type MessageTemplates, templateNames } from '#types/templates'

/** So many templates may be asked for by one tap. WeChat's newer pages say five. */
const MOST = 3

/** How many more messages of each template everybody has agreed to, by openid and template id. */
export type Left = Record<string, Record<string, number>>

/** What `wx.requestSubscribeMessage` answers: by template id what became of it, or why nothing was asked. */
type Answers = { errMsg: string; errCode?: number } & Record<string, string | number>

interface GrantsOptions {
  templates: MessageTemplates
  /** Everybody takes every message, as if they had tapped often enough: for tests in which grants do not matter. */
  areEndless?: boolean
}

/**
 * Who has agreed to how many more messages. Each tap of `requestSubscribeMessage` grants one per person and template, each message
 * takes one. Everybody here has ticked 总是保持以上选择 with their first answer, so that later taps ask nothing and grant one more.
 */
export class Grants {
  readonly #templates: MessageTemplate[]
  readonly #areEndless: boolean
  readonly #left = new Map<string, Map<string, number>>()
  #refusing = new Set<string>()

  constructor({ templates, areEndless = false }: GrantsOptions) {
    this.#templates = templateNames.flatMap((name) => templates[name] ?? [])
    this.#areEndless = areEndless
  }

  /** The template of an id; undefined where the mini-program has none. */
  template(id: string): MessageTemplate | undefined {
    return this.#templates.find((one) => one.id === id)
  }

  /** From now on these people answer every tap with no and have agreed to nothing; nobody else does. */
  refuseFor(openids: readonly string[]): void {
    this.#refusing = new Set(openids)
    for (const openid of openids) this.#left.delete(openid)
  }

  /** Somebody taps where messages of these templates are asked for. Codes as WeChat's table for this api gives them. */
  tap(openid: string, tmplIds: readonly string[]): Answers {
    const fault = this.#faultOf(tmplIds)
    if (fault) return { errCode: fault, errMsg: `requestSubscribeMessage:fail errCode ${fault}` }
    const isNo = this.#refusing.has(openid)
    if (!isNo) for (const id of tmplIds) this.#add(openid, id, 1)
    const answers = tmplIds.map((id) => [id, isNo ? 'reject' : 'accept'])
    return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(answers) }
  }

  /** Takes one message's yes; false where there is none. A long-term template needs none. */
  take(openid: string, template: MessageTemplate): boolean {
    if (this.#refusing.has(openid)) return false
    if (this.#areEndless || template.isLong) return true
    if ((this.#left.get(openid)?.get(template.id) ?? 0) === 0) return false
    this.#add(openid, template.id, -1)
    return true
  }

  left(): Left {
    return Object.fromEntries([...this.#left].map(([openid, of]) => [openid, Object.fromEntries(of)]))
  }

  /** What was left elsewhere is left here. */
  restore(left: Left): void {
    this.clear()
    for (const [openid, of] of Object.entries(left))
      for (const [id, count] of Object.entries(of)) this.#add(openid, id, count)
  }

  clear(): void {
    this.#left.clear()
    this.#refusing.clear()
  }

  /** 20003: too many; 20001: no such template; 20002: long-term ones and others together. */
  #faultOf(tmplIds: readonly string[]): number | null {
    if (tmplIds.length === 0 || tmplIds.length > MOST) return 20003
    const templates = tmplIds.map((id) => this.template(id))
    if (templates.includes(undefined)) return 20001
    return new Set(templates.map((one) => one?.isLong)).size > 1 ? 20002 : null
  }

  #add(openid: string, id: string, count: number): void {
    const of = this.#left.get(openid) ?? new Map<string, number>()
    this.#left.set(openid, of.set(id, (of.get(id) ?? 0) + count))
  }
}
