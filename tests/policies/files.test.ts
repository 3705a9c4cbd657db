import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSource, sourceOf } from '../../cloudfunctions/_policies/command/reading/source'

const folder = mkdtempSync(join(tmpdir(), 'policy-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const shipped = readFileSync(
  join(__dirname, '../../cloudfunctions/_policies/meal/guangzhou-2025-02.json'),
  'utf8',
)

describe('readSource', () => {
  const file = (bytes: Uint8Array) => {
    const path = join(folder, 'a.json')
    writeFileSync(path, bytes)
    return readSource(path)
  }
  /** `名称` as GBK writes it. */
  const inGbk = Buffer.concat([
    Buffer.from('{\n  "id": "a",\n  "name": "'),
    Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]),
    Buffer.from('"\n}'),
  ])

  it('refuses GBK in the line where it begins, and says how to save the file', () => {
    const { value, problems } = file(inGbk)
    expect(value).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, problem: expect.stringMatching(/GBK.*另存为 UTF-8/) }),
    ])
  })

  it.each([
    ['with its mark', Buffer.from('\uFEFF{}', 'utf16le')],
    ['without a mark', Buffer.from('{ "id": "a" }', 'utf16le')],
  ])('refuses UTF-16 %s', (_, bytes) => {
    expect(file(bytes).problems).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(/UTF-16.*另存为 UTF-8/) }),
    ])
  })

  it('reads UTF-8 with a mark', () => {
    expect(file(Buffer.from('\uFEFF{ "name": "名称" }'))).toMatchObject({
      value: { name: '名称' },
      problems: [],
    })
  })
})

describe('sourceOf', () => {
  const changed = (from: string, to: string) => {
    if (!shipped.includes(from)) throw new Error(`nothing to change: ${from}`)
    return sourceOf('a.json', shipped.replace(from, to)).problems[0]?.problem
  }

  it.each<[string, string, RegExp]>([
    [
      'a } in the middle',
      '{ "id": 1, "who": { "age": 2, "a": [1] },\n{ "id": 2 }',
      /第 1 行第 1 列的 \{ 可能没有/,
    ],
    [
      'a } of a rule',
      '{ "a": [\n{ "b": { "c": 1 },\n{ "b": 2 }\n] }',
      /第 2 行第 1 列的 \{ 可能没有对应的 \}/,
    ],
    ['a } before a ]', '{ "a": [\n{ "b": { "c": 1 }\n] }', /第 2 行第 1 列的 \{ 可能没有/],
    [
      'a ] in a list of words',
      '{ "a": [\n{ "b": ["x", "y" },\n{ "b": ["z"] }\n] }',
      /第 2 行第 8 列的 \[ 可能没有对应的 \]/,
    ],
    ['a ] before a name', '{ "a": ["x",\n"b": 1 }', /第 1 行第 8 列的 \[ 可能没有/],
    ['the last }', '{\n  "a": { "b": 1 }\n', /第 1 行第 1 列的 \{ 可能没有/],
    [
      'a } of a group, seen by how far it stands to the left',
      '{\n  "a": {\n    "b": 1,\n  "c": 2\n}',
      /第 2 行第 8 列的 \{ 可能没有/,
    ],
  ])('names the bracket that lacks %s', (_, text, said) => {
    expect(sourceOf('a.json', text).problems).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(said) }),
    ])
  })

  it.each<[string, string, RegExp]>([
    [
      'inside of a list',
      '{ "a": [\n{ "b": 1 }, "c": 2 },\n{ "b": 2 }\n] }',
      /第 2 行第 10 列的 \} 可能是多余的/,
    ],
    ['at the end', '{ "a": 1 }\n}', /第 1 行第 10 列的括号已经把整份文件关上/],
    ['of another kind', '{ "a": 1 ]\n}', /没有对应的左括号/],
  ])('names a surplus bracket %s', (_, text, said) => {
    expect(sourceOf('a.json', text).problems).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(said) }),
    ])
  })

  it.each<[string, string, string, RegExp]>([
    ['single quotes', '"kind"', "'kind'", /单引号/],
    ['full-width digits', '"cap": 300', '"cap": ３00', /全角/],
    ['a full-width space', '"kind"', '\u3000"kind"', /全角的空格/],
    ['a space of a web page', '"kind"', '\u00a0"kind"', /特殊的空格/],
    ['quotes inside of a text', '"name": "', '"name": "所谓"老人"', /中文的“ ”/],
    ['a number with a zero in front', '"cap": 300', '"cap": 0300', /多了一个 0/],
    ['a number with a comma inside', '"cap": 300', '"cap": 3,000', /不能写逗号/],
    ['a missing comma', '"kind": "meal",', '"kind": "meal"', /缺一个英文逗号/],
  ])('has words for %s', (_, from, to, said) => {
    expect(changed(from, to)).toMatch(said)
  })

  it.each(['', ' \n'])('says that a file %j is empty', (text) => {
    expect(sourceOf('a.json', text).problems[0]?.problem).toContain('文件是空的')
  })
})
