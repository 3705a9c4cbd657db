import ts from 'typescript'
import { read, sourcesOf } from './tree'

const CHINESE = '\\u4e00-\\u9fff'

/** What is not said, and what is said instead: a thing has one word on every screen and in every message. */
const oneWord: Record<string, string> = {
  你: '您',
  您您: '您',
  长者: '老人',
  亲属: '家人',
  家里人: '家人',
  店员: '工作人员',
  督导: '监管人员',
  区管理员: '监管人员',
  '(?<!平台的)管理员': '平台的管理员',
  '站点|网点|本站|店里|到店': '驿站',
  退订: '取消',
  停止预订: '停订',
  '外带|打包': '自取',
  订饭: '订餐',
  '(?<!送)餐费': '饭钱',
  '撤回同意|撤销同意': '收回同意',
  '爱心人士|帮手': '上门的人，志愿者，热心邻居',
  '房号|门牌(?!号)': '门牌号',
  去世: '过世',
  跟谁: '和谁',
  '可不[写填选]': '可以不写',
  '提交|凭据|查询': '交，证明，问',
  '天内有用|前有用|分钟有用': '有效',
  '[他她](?:们)?或[他她]': '老人，家人',
  马上联系您: '打电话给驿站',
  '信息和(?!同意)|信息与': '信息和同意',
}

/** Where a word of the list is right: the files of accountants are as formal as theirs. */
const sayOtherwise: Record<string, readonly string[]> = {
  'cloudfunctions/supervision/settlement/table.ts': ['餐费'],
}

/** Headings that name what stands below them and ask nobody, so that they end without a mark. */
const names = [
  '办到哪一步了',
  '还缺这几样',
  '先把这几样找出来',
  '□能享受什么',
  '为什么',
  '看哪里的人员',
  '凭什么证件',
  '是谁',
  '怎么找到，注意什么',
  '谁能替□办',
  '和谁住',
  '先写是谁',
  '□同意了什么',
  '现在替谁办',
  '能办什么',
  '什么时候开',
]

const asks = /[吗呢]$|什么|哪|谁|多少|几|怎么|多大|没有$|(.)不\1/

const faultsOf: Record<string, (text: string) => boolean> = {
  'half-width marks': (text) =>
    new RegExp(
      `[${CHINESE}][,;:!?()]|[,;:!?()][${CHINESE}]|[${CHINESE}]["'][${CHINESE}]|[${CHINESE}]\\.(?![\\w.])`,
    ).test(text),
  'three dots for an ellipsis': (text) =>
    /\.\.\.|(?<!…)…(?!…|\d|□)/.test(text) && new RegExp(`[${CHINESE}]`).test(text),
  'a space between Chinese characters': (text) =>
    new RegExp(`(?:(?!日)[${CHINESE}]|[，。？]) +[${CHINESE}]`).test(text),
  'a number without its spaces': (text) =>
    new RegExp(`[${CHINESE}]\\d|\\d(?![年月日])[${CHINESE}]`).test(text.replaceAll(/\d+[年月日]/g, '')),
  'a question without its mark': (text) => /[吗呢]$/.test(text),
  'a mark without a question': (text) =>
    text.split(/(?<=[。？！])/).some((one) => one.endsWith('？') && !asks.test(one.slice(0, -1))),
}

const files = [
  ...['src', 'types/words', 'cloudfunctions/_domain'].flatMap(sourcesOf),
  ...['meals', 'visits', 'people', 'eligibility', 'supervision'].flatMap((area) =>
    sourcesOf(`cloudfunctions/${area}`),
  ),
  ...['consents', 'applications', 'erasure'].map((name) => `cloudfunctions/_policies/${name}.json`),
]

describe('texts for people', () => {
  const texts = files.flatMap((file) => textsOf(file, read(file)).map((text) => ({ file, text })))

  it('are found', () => {
    expect(texts.length).toBeGreaterThan(2_000)
  })

  it.each(Object.entries(faultsOf))('hold no %s', (_, isFault) => {
    expect(texts.filter(({ text }) => isFault(text))).toEqual([])
  })

  it.each(Object.entries(oneWord))('do not say %s, but %s', (wrong) => {
    const isWrong = new RegExp(wrong)
    const found = texts.filter(
      ({ file, text }) => isWrong.test(text) && !sayOtherwise[file]?.some((word) => isWrong.test(word)),
    )
    expect(found).toEqual([])
  })

  it('ask with a mark in whatever heads a page or a part of it, but for what names the part', () => {
    const headings = files.flatMap((file) => headingsIn(file, read(file)))
    const unmarked = headings.filter((text) => asks.test(text) && !/？(（.+）)?$/.test(text))
    expect([...new Set(unmarked)].sort()).toEqual([...names].sort())
  })
})

/** Rows of 我的 that say what one has, not what the page is called. */
const calledOtherwise = ['我有邀请码']

/** Without whose it is: 我的服务卡 leads to 服务卡. */
const bare = (name: string) => name.replace('□', '我').replace(/^我的?/, '')

describe('a row of 我的', () => {
  const rows = sourcesOf('src/pages/me').flatMap((file) => rowsIn(file, read(file)))

  it('is found', () => {
    expect(rows.length).toBeGreaterThan(12)
  })

  it.each(rows)('is called as the page that it opens: $name', ({ name, page }) => {
    const [, title = ''] = /navigationBarTitleText: '(.+)'/.exec(read(`src/${page}/index.config.ts`)) ?? []
    expect(title).not.toBe('')
    if (calledOtherwise.includes(name)) return
    expect(bare(name)).toContain(bare(title))
  })
})

describe('what is wrong with a text', () => {
  it.each([
    ['half-width marks', '好了,去拍照'],
    ['half-width marks', '说"同意"就行'],
    ['half-width marks', '登记好了.'],
    ['three dots for an ellipsis', '正在找...'],
    ['a space between Chinese characters', '上门看望 王奶奶'],
    ['a number without its spaces', '走15 分钟'],
    ['a number without its spaces', '还剩 3个座位'],
    ['a question without its mark', '进出方便吗'],
    ['a mark without a question', '登记好了？'],
  ])('is %s: %s', (fault, text) => {
    expect(Object.keys(faultsOf).filter((one) => faultsOf[one]?.(text))).toEqual([fault])
  })

  it.each([
    '要取消这一餐吗？',
    '2026年11月22日 周日 11:30 前有效',
    '走 15 分钟，付 13 元。',
    '看一看，对不对？',
    '正在找这张卡……',
  ])('is nothing: %s', (text) => {
    expect(Object.keys(faultsOf).filter((one) => faultsOf[one]?.(text))).toEqual([])
  })

  it('is seen in a template, in JSX and in JSON', () => {
    const page = `const a = <Title>{who}住在哪里</Title>, b = \`\${name}的资料\`, c = '驿站'`
    expect(textsOf('a.tsx', page)).toEqual(['住在哪里', '□的资料', '驿站'])
    expect(headingsIn('a.tsx', page)).toEqual(['□住在哪里'])
    expect(textsOf('a.json', '{ "why": "补贴", "source": "law", "all": ["证"] }')).toEqual(['补贴', '证'])
  })
})

/** Every text in Chinese that a file holds, □ where a template puts something in. Comments are none. */
function textsOf(file: string, source: string): string[] {
  const texts: string[] = []
  const add = (text: string) => {
    if (new RegExp(`[${CHINESE}]`).test(text)) texts.push(text.trim())
  }
  if (file.endsWith('.json')) {
    JSON.parse(source, (_, value) => (typeof value === 'string' ? add(value) : undefined) ?? value)
    return texts
  }
  walk(file, source, (node) => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) add(node.text)
    if (ts.isTemplateExpression(node)) add(templateOf(node))
  })
  return texts
}

/** What stands in a `Title` or a `Heading`, its branches one by one. */
function headingsIn(file: string, source: string): string[] {
  const found: string[] = []
  walk(file, source, (node) => {
    if (!ts.isJsxElement(node) || !/^(Title|Heading)$/.test(node.openingElement.tagName.getText())) return
    const branches = branchesOf(node.children)
    found.push(...branches.filter((text) => new RegExp(`[${CHINESE}]`).test(text)))
  })
  return found
}

/** Every `ListRow` with a name that opens a page. */
function rowsIn(file: string, source: string): { name: string; page: string }[] {
  const found: { name: string; page: string }[] = []
  walk(file, source, (node) => {
    if (!ts.isJsxSelfClosingElement(node) || node.tagName.getText() !== 'ListRow') return
    const page = /\bopen\('([^']+)'/.exec(node.getText())?.[1]
    const title = node.attributes.properties.find((one) => one.name?.getText() === 'title')
    const value = title && ts.isJsxAttribute(title) ? title.initializer : undefined
    const [name] = value ? saidBy(value) : []
    if (page && name) found.push({ name, page })
  })
  return found
}

function branchesOf(children: readonly ts.JsxChild[]): string[] {
  return children.reduce<string[]>(
    (before, child) => before.flatMap((start) => saidBy(child).map((end) => start + end)),
    [''],
  )
}

function saidBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.trim()]
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [templateOf(node)]
  if (ts.isConditionalExpression(node)) return [...saidBy(node.whenTrue), ...saidBy(node.whenFalse)]
  if (ts.isJsxExpression(node) && node.expression) return saidBy(node.expression)
  return ['□']
}

function templateOf(node: ts.TemplateExpression): string {
  return node.head.text + node.templateSpans.map(({ literal }) => `□${literal.text}`).join('')
}

function walk(file: string, source: string, look: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    look(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
}
