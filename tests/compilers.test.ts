import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleFaults, templateFaults } from './compilers'

const WEAPP = join(__dirname, '../dist/weapp')

describe('WeChat’s own compilers', () => {
  it('take every template of the build', () => {
    expect(templateFaults(WEAPP)).toEqual([])
  })

  it('take every style sheet of the build', () => {
    expect(styleFaults(WEAPP)).toEqual([])
  })
})

describe('what WeChat’s compilers refuse', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weapp-'))
    for (const file of ['base.wxml', 'utils.wxs', 'comp.wxml', 'common.wxss', 'app-origin.wxss', 'app.wxss'])
      cpSync(join(WEAPP, file), join(folder, file))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    ['every child', '.sheet-body > * { flex-shrink: 0 }', 'error at token `*`'],
    ['a list inside a selector', '.a:is(.b, .c) { color: red }', 'error at token `,`'],
    ['a block that does not end', '.a { color: red', 'unexpected token `$`'],
    ['a sheet that is not there', '@import "./gone.wxss";', 'not found'],
  ])('is found in a style sheet: %s', (_fault, sheet, says) => {
    writeFileSync(join(folder, 'page.wxss'), sheet)
    expect(styleFaults(folder)).toContainEqual(expect.stringContaining(says))
  })

  it.each([
    ['a tag that nothing closes', '<view><text></view>', 'expect end-tag'],
    ['an expression that breaks off', '<view>{{i.a +}}</view>', 'unexpected token'],
    ['a brace too few', '<view>{{i.a}</view>', 'unexpected end'],
    ['a template that is not there', '<import src="../base.wxml"/>', 'not found'],
    ['a script that is not there', '<wxs module="x" src="./gone.wxs"/>', 'not found'],
  ])('is found in a template: %s', (_fault, template, says) => {
    writeFileSync(join(folder, 'page.wxml'), template)
    expect(templateFaults(folder)).toContainEqual(expect.stringContaining(says))
  })

  it('is a sheet of which nothing is left', () => {
    writeFileSync(join(folder, 'page.wxss'), '/* nothing */')
    expect(styleFaults(folder)).toEqual(['page.wxss is left out'])
  })
})
