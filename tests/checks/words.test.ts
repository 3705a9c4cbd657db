import { join } from 'node:path'
import ts from 'typescript'
import { ROOT, read, sourcesOf } from './tree'

const CHINESE = /[\u4e00-\u9fff]/

/** Codes that have no names of their own, and why. A row that is no longer true has to go. */
const withoutWords: Record<string, string> = {
  'types/api timed': 'functions that no person calls',
  'types/errors commonErrors': 'some of the codes below',
  'types/errors errorCodes': 'the phone says them in sentences (src/services/sentences.ts)',
  'types/people/elders shownPaper': 'paths in an input',
  'types/people/staff orgKinds': 'an organisation is called by its own name',
  'types/policies/care noticeChannels': 'some of the channels',
  'types/policies/conditions personFacts': 'some of the facts of a meal',
  'types/states awaitedVisitStates': 'some of the states',
  'types/states liveOrderStates': 'some of the states',
  'types/templates templateNames': 'a template is called what the console calls it',
}

/** Vocabularies of codes that no list in `types/` enumerates: the compiler holds them complete by a type. */
const byTypeAlone: Record<string, string> = {
  'types/words/actions actionWord': 'every action that is written down about an elder',
  'types/words/people/elders/fields fieldWord': 'every field of a file that an entry may name',
}

/** How many of them there may be: whoever takes one away takes one off here, and nobody adds one. */
const MOST_SAY_MORE = 15

/** Places that say something else of codes than what they are called. */
const saysMore: Record<string, string> = {
  'src/packages/benefits/application/application-body.tsx news': 'the headline of an application',
  'src/packages/benefits/application/steps-of.ts done': 'what was done, not how it stands',
  'src/packages/benefits/ask/categories-step.tsx meanings': 'what a category means',
  'src/packages/helper/visits/reported.ts nextAfter': 'what staff should do next',
  'src/packages/office/review/decide.tsx words': 'buttons',
  'src/packages/staff/elder/member-card.tsx letInWord': 'buttons',
  'src/packages/staff/queue/served-word.ts words': 'buttons',
  'src/pages/booked/news.ts news': 'the headline of an order',
  'src/pages/booked/steps.ts done': 'what was done, not how it stands',
  'src/pages/booked/steps.ts goWord': 'what is still to come',
  'src/pages/home/alarms-at-work.tsx words': 'how many of them',
  'src/services/eating-words.ts eatingWord': "the elder's tone",
  'src/services/log-words.ts said': 'sentences of the log',
  'src/services/words.ts outcomeInFull': "the family's tone: one word of a visit would leave them guessing",
  'cloudfunctions/_domain/messages/said-of-orders.ts states': 'what happened, in five characters',
}

interface Codes {
  name: string
  codes: readonly string[]
}

describe('types/words', () => {
  const modules = sourcesOf('types')
  const vocabularies = modules.filter(isVocabulary).flatMap((file) => exportsOf(file, codesOfRecord))
  const enumerations = modules
    .filter((file) => !isVocabulary(file))
    .flatMap((file) => exportsOf(file, codesOfList))
  const files = ['src', 'cloudfunctions', 'types', 'emulator', 'config'].flatMap(sourcesOf)
  const found = (says: (file: string) => string) =>
    files.filter((file) => !isVocabulary(file)).flatMap((file) => mapsIn(file, says(file), vocabularies))
  const vocabulariesOf = ({ codes }: Codes) => vocabularies.filter((one) => isSame(one.codes, codes))

  it('has one vocabulary for every list of codes, or a reason why there is none', () => {
    expect(enumerations.length).toBeGreaterThan(30)
    const counted = enumerations.map((one) => [one.name, vocabulariesOf(one).length] as const)
    expect(counted.filter(([, count]) => count > 1)).toEqual([])
    expect(counted.filter(([, count]) => count === 0).map(([name]) => name)).toEqual(
      Object.keys(withoutWords),
    )
  })

  it('has no vocabulary of anything else', () => {
    const known = vocabularies.filter((one) => enumerations.some(({ codes }) => isSame(one.codes, codes)))
    const others = vocabularies.filter((one) => !known.includes(one)).map(({ name }) => name)
    expect(others).toEqual(Object.keys(byTypeAlone))
  })

  it('is the only place that says what codes are called', () => {
    expect(found(read)).toEqual(Object.keys(saysMore))
    expect(Object.keys(saysMore)).toHaveLength(MOST_SAY_MORE)
  })

  it.each(['src/pages/home/index.tsx', 'cloudfunctions/meals/counter/confirm.ts', 'config/start.mjs'])(
    'looks into %s',
    (planted) => {
      const slots = "const slots = { breakfast: '早饭', lunch: '午饭', dinner: '晚饭' }"
      const says = (file: string) => (file === planted ? slots : '')
      expect(found(says)).toEqual([`${planted} slots`])
    },
  )

  it.each([
    ["const a = { breakfast: '早饭', lunch: '午饭', dinner: '晚饭' }", 'a'],
    ["const b: Record<string, string> = { 'served': `吃了`, missed: '没来', placed: '订了' } as const", 'b'],
    [
      "const c = { asked: { word: '在问', kind: 'wait' }, declined: { word: '不行' }, revoked: { word: '没了' } }",
      'c',
    ],
    ["const d = { age: () => '年纪', hukou: () => '户口', sex: () => '男女' }", 'd'],
    ["const e = { hospital: '在住院', away: '不在家' }", 'e'],
    ["export function F() { return { female: '女士', male: '男士' }[sex] }", 'F'],
  ])('finds %s', (source, name) => {
    expect(mapsIn('src/pages/x.tsx', source, vocabularies)).toEqual([`src/pages/x.tsx ${name}`])
  })

  it.each([
    "const a = { lunch: '午饭', dinner: '晚饭', supper: '夜宵' }",
    "const b = { breakfast: 'b', lunch: 'l', dinner: 'd' }",
    "const c = { ...slotWord, dinner: '晚饭' }",
    "const d = { breakfast: (of) => of + '的早饭', lunch: (of) => of + '的午饭', dinner: (of) => of + '的晚饭' }",
  ])('lets %s pass', (source) => {
    expect(mapsIn('src/pages/x.tsx', source, vocabularies)).toEqual([])
  })
})

describe('a question', () => {
  const endsWithout = (text: string) => /[吗呢](?=['"`])/.test(text)

  it('ends in its mark', () => {
    expect(sourcesOf('src').filter((file) => endsWithout(read(file)))).toEqual([])
    expect(['title="要取消这一餐吗"', '`真的吗`', "'要取消这一餐吗？'"].map(endsWithout)).toEqual([
      ...[true, true, false],
    ])
  })
})

function isVocabulary(file: string): boolean {
  return file.startsWith('types/words/')
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code))
}

function exportsOf(file: string, codesOf: (value: unknown) => readonly string[] | null): Codes[] {
  const exported: Record<string, unknown> = require(join(ROOT, file))
  return Object.entries(exported).flatMap(([name, value]) => {
    const codes = codesOf(value)
    return codes ? [{ name: `${file.replace(/\.ts$/, '')} ${name}`, codes }] : []
  })
}

function codesOfRecord(value: unknown): readonly string[] | null {
  return typeof value === 'object' && value !== null ? Object.keys(value) : null
}

function codesOfList(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
}

/** Object literals that name at least three codes of a vocabulary, or both where it has two, by the constant that holds them. */
function mapsIn(file: string, source: string, vocabularies: readonly Codes[]): string[] {
  if (!CHINESE.test(source)) return []
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const worded = node.properties.flatMap(wordedKey)
      const isMap = vocabularies.some(
        ({ codes }) => codes.filter((code) => worded.includes(code)).length >= Math.min(3, codes.length),
      )
      if (isMap) found.add(`${file} ${holderOf(node)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return [...found]
}

function wordedKey(property: ts.ObjectLiteralElementLike): string[] {
  if (!ts.isPropertyAssignment(property) || !saysWords(property.initializer)) return []
  const { name } = property
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? [name.text] : []
}

/** A text in Chinese, also as the `word` of a tag, or as all that a function answers. */
function saysWords(value: ts.Node): boolean {
  if (ts.isStringLiteralLike(value)) return CHINESE.test(value.text)
  if (ts.isArrowFunction(value)) return saysWords(value.body)
  return (
    ts.isObjectLiteralExpression(value) &&
    value.properties.some(
      (one) => ts.isPropertyAssignment(one) && one.name.getText() === 'word' && saysWords(one.initializer),
    )
  )
}

function holderOf(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if ((ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at)) && at.name) return at.name.getText()
  }
  return ''
}
