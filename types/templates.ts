/** What there are subscribe messages about. Several may be sent by one and the same template. */
export const templateNames = ['meal', 'visit', 'application'] as const
export type TemplateName = (typeof templateNames)[number]

/** The variable that configures each, of the functions and of the phone's build alike. */
export const templateVariable = {
  meal: 'TEMPLATE_MEAL',
  visit: 'TEMPLATE_VISIT',
  application: 'TEMPLATE_APPLICATION',
} as const satisfies Record<TemplateName, string>

type Variable = (typeof templateVariable)[TemplateName]

/** The kinds of a template's fields that can hold each part of what is said, as WeChat names them. */
const kindsFor = {
  /** Whom it is about: a person, a building, a station. */
  who: ['thing', 'name'],
  /** What happened. */
  what: ['thing'],
  /** When: an instant, to the minute. */
  at: ['time', 'date', 'thing'],
  /** How it stands now, in a few characters. */
  state: ['phrase', 'thing'],
} as const

export type SaidPart = keyof typeof kindsFor
export type FieldKind = (typeof kindsFor)[SaidPart][number]

const saidParts = Object.keys(kindsFor) as SaidPart[] // its keys are no others
const isSaidPart = (text: string): text is SaidPart => saidParts.some((part) => part === text)

/** Parts without which a message says nothing. */
const neededParts: readonly SaidPart[] = ['what', 'state']

/** A field of a template: its kind and the number that the template gives it (`thing3`). */
interface TemplateField {
  name: string
  kind: FieldKind
}

/** A template of subscribe messages, as the console of a deployment has it. */
export interface MessageTemplate {
  id: string
  /** A long-term template: a person's yes does not end with the first message, so nothing is counted. */
  isLong: boolean
  /** Where each part of what is said stands; a part that the template has no field for is left out. */
  fields: Readonly<Partial<Record<SaidPart, TemplateField>>>
}

/** The templates of a deployment; null where it has none. */
export type MessageTemplates = Readonly<Record<TemplateName, MessageTemplate | null>>

/** A template that is configured in a way that no message could be sent by. Its words say what to write instead. */
class BadTemplate extends Error {
  constructor(variable: Variable, fault: string) {
    super(
      `${variable} 不能用：${fault}。写法是 <模板 id>:who=thing3,what=thing1,at=time5,state=phrase2，长期订阅的在最后加 :long。`,
    )
    this.name = 'BadTemplate'
  }
}

/**
 * Reads the templates from variables like `<id>:who=thing3,what=thing1,at=time5,state=phrase2`, with `:long` at the end for a
 * long-term template. An empty variable counts as none.
 * @throws BadTemplate
 */
export function templatesOf(variables: Readonly<Partial<Record<Variable, string>>>): MessageTemplates {
  const templates = { meal: null, visit: null, application: null } as Record<
    TemplateName,
    MessageTemplate | null
  >
  for (const name of templateNames) {
    const variable = templateVariable[name]
    const text = variables[variable]?.trim()
    if (!text) continue
    const template = readTemplate(variable, text)
    const isOther = (one: MessageTemplate | null) =>
      one?.id === template.id && JSON.stringify(one) !== JSON.stringify(template)
    if (Object.values(templates).some(isOther))
      throw new BadTemplate(variable, `模板 ${template.id} 前面写过，后面的写法却不一样`)
    templates[name] = template
  }
  return templates
}

function readTemplate(variable: Variable, text: string): MessageTemplate {
  const [id = '', parts = '', term, ...more] = text.split(':')
  if (!/^[\w-]{1,64}$/.test(id)) throw new BadTemplate(variable, '开头要写模板 id，只有字母、数字、- 和 _')
  if (more.length > 0 || (term !== undefined && term !== 'long'))
    throw new BadTemplate(variable, `不认识“:${[term, ...more].join(':')}”`)
  const fields: Partial<Record<SaidPart, TemplateField>> = {}
  for (const pair of parts.split(',')) {
    const { part, field } = readPair(variable, pair)
    if (fields[part]) throw new BadTemplate(variable, `${part} 写了两次`)
    if (Object.values(fields).some(({ name }) => name === field.name))
      throw new BadTemplate(variable, `${field.name} 用了两次`)
    fields[part] = field
  }
  const missing = neededParts.filter((part) => !fields[part])
  if (missing.length > 0) throw new BadTemplate(variable, `少了 ${missing.join('、')}`)
  return { id, isLong: term === 'long', fields: inOrder(fields) }
}

function readPair(variable: Variable, pair: string): { part: SaidPart; field: TemplateField } {
  const [, part = '', name = '', kindRead = ''] = /^(\w+)=(([a-z_]+)\d{1,3})$/.exec(pair.trim()) ?? []
  if (!isSaidPart(part)) throw new BadTemplate(variable, `看不懂“${pair.trim()}”`)
  const kind = kindsFor[part].find((one) => one === kindRead)
  if (!kind)
    throw new BadTemplate(variable, `${part} 只能放在 ${kindsFor[part].join('、')} 里，不能放在 ${name} 里`)
  return { part, field: { name, kind } }
}

/** However they were written, so that equal templates compare equal. */
const inOrder = (fields: MessageTemplate['fields']): MessageTemplate['fields'] =>
  Object.fromEntries(saidParts.flatMap((part) => (fields[part] ? [[part, fields[part]]] : [])))
