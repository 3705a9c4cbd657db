import { type Browser, chromium, type Page } from 'playwright-core'
import { launchOptions } from './chromium'
import { faultsOf, faultsOnOpening, violations, withMeasures } from './measuring'

const family = { staff: false, widths: [320] }
const staff = { staff: true, widths: [320] }

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** Shows a faultless page of a title, a sentence and a button, with one thing changed or added. */
async function show({ style = '', more = '' }: { style?: string; more?: string }): Promise<void> {
  await page.setContent(`<!doctype html><html lang="zh-CN"><title>订餐</title><style>
    body { margin: 0; background: #fbf7f0; color: #1f1b16; font: 20px/1.5 "Noto Sans SC" }
    .frame { font-size: calc(20px * var(--k, 1)) }
    h1, .button-primary { font-size: calc(24px * var(--k, 1)); line-height: 1.35; font-weight: 700 }
    .button-primary { min-height: 72px; background: #9a3412; color: #fff }
    .box { width: 200px; height: 90px; border: 1px solid; overflow: hidden }
    ${style}</style>
    <main class="frame">
      <h1>订餐</h1>
      <p>明天 11:30 到驿站吃午餐，您付 13 元。</p>
      <div class="button-primary" role="button" tabindex="0">确认预订</div>
      ${more}
    </main>`)
}

const control = (inside: string, attributes = 'style="min-height: 60px"') =>
  `<div role="button" tabindex="0" ${attributes}>${inside}</div>`

/** A question over the page, of which the body is scrolled. */
const dialog = ({ foot = '', body = '', style = '' }) =>
  `<div role="dialog" aria-modal="true" aria-label="取消" style="position: fixed; inset: 0; background: #fbf7f0">
    <div class="sheet-body" tabindex="0" style="overflow-y: auto; ${style}">${body}</div>
    <div class="sheet-action">${foot}</div>
  </div>`

/** Each fault, and the measure that has to find it. */
const faults: [fault: string, measure: string, page: Parameters<typeof show>[0]][] = [
  ['running text of 19 px', 'type size', { style: '.frame p { font-size: calc(19px * var(--k, 1)) }' }],
  ['text that does not grow with the factor', 'type size', { style: '.frame p { font-size: 20px }' }],
  ['a tag of 17 px', 'type size', { more: '<p class="tag" style="font-size: 17px">少盐</p>' }],
  ['lines that touch', 'line height', { style: 'p { line-height: 1.4 }' }],
  ['a title without air', 'line height', { style: 'h1 { line-height: 1.2 }' }],
  ['grey on paper', 'contrast', { style: 'p { color: #6b6459 }' }],
  ['words that are nearly transparent', 'contrast', { style: 'p { opacity: 0.7 }' }],
  ['white on orange', 'contrast', { style: '.button-primary { background: #e8863a }' }],
  ['words on a picture', 'contrast', { style: 'p { background: linear-gradient(#fff, #000) }' }],
  ['large words that are pale', 'contrast', { style: 'h1 { color: #878077 }' }],
  ['typed words that are grey', 'contrast', { more: '<input value="王秀英" style="color: #6b6459">' }],
  ['a low primary button', 'tap size', { style: '.button-primary { min-height: 64px }' }],
  ['a narrow control', 'tap size', { more: control('改', 'style="width: 50px; min-height: 60px"') }],
  ['a small box to type into', 'tap size', { more: '<input aria-label="姓名" style="font-size: 36px">' }],
  ['a control without a name', 'name', { more: control('') }],
  [
    'a name that is not what is read',
    'name',
    { more: control('改', 'aria-label="编辑" style="min-height: 60px"') },
  ],
  ['something tapped without a role', 'name', { more: '<p style="cursor: pointer">换一家</p>' }],
  ['a control that no keyboard reaches', 'name', { more: control('改').replace(' tabindex="0"', '') }],
  ['words cut off', 'clipping', { more: `<div class="box">${'写下见到的，'.repeat(30)}</div>` }],
  [
    'words that end in dots',
    'clipping',
    {
      more: '<p class="box" style="white-space: nowrap; text-overflow: ellipsis">写下见到的，家人马上看得到</p>',
    },
  ],
  [
    'a hint longer than the box it stands in',
    'clipping',
    {
      more: '<input aria-label="姓名" placeholder="姓名，或电话后四位" style="font-size: 35px; width: 200px">',
    },
  ],
  ['words beyond their box', 'clipping', { style: '.button-primary { width: 80px; white-space: nowrap }' }],
  ['words beyond the screen', 'clipping', { style: 'h1 { margin-left: -30px }' }],
  ['words on words', 'overlap', { more: '<p style="margin-top: -170px">这里还有一句话</p>' }],
  [
    'a control on a control',
    'overlap',
    { more: control('改', 'style="min-height: 60px; margin-top: -30px"') },
  ],
  ['a control in a control', 'overlap', { more: control(control('改')) }],
  [
    'a control under a veil',
    'overlap',
    { more: '<div style="position: fixed; inset: 0; background: rgba(0, 0, 0, 0.01)"></div>' },
  ],
  [
    'a page wider than the screen',
    'sideways',
    { more: '<p style="width: 900px; white-space: nowrap">宽</p>' },
  ],
  ['six hundred nodes', 'tree', { more: '<p><b></b><b></b><b></b></p>'.repeat(150) }],
  ['twenty boxes in each other', 'tree', { more: `${'<div>'.repeat(20)}深${'</div>'.repeat(20)}` }],
  ['more than forty children', 'tree', { more: `<div>${'<i></i>'.repeat(41)}</div>` }],
  [
    'a foot over the last line',
    'foot',
    {
      more: '<div style="position: fixed; bottom: 0; height: 300px; width: 100%; background: #fff">在上面</div>',
      style: 'main { min-height: 900px } p { position: absolute; bottom: 0 } main { position: relative }',
    },
  ],
  [
    'a foot as high as a third of the page',
    'foot',
    { more: '<div style="position: sticky; bottom: 0; height: 210px">确认</div>' },
  ],
  [
    'a foot with two buttons',
    'foot',
    { more: `<div class="frame-action">${control('确认')}${control('回去改一改')}</div>` },
  ],
  [
    'a button as high as a quarter of the page',
    'foot',
    { more: `<div class="frame-action" style="padding: 50px 0">${control('确认')}</div>` },
  ],
  [
    'a sheet with two buttons at its bottom',
    'sheet',
    { more: dialog({ foot: `${control('确认')}${control('回去改一改')}` }) },
  ],
  [
    'a sheet that leaves a line to be read',
    'sheet',
    { more: dialog({ style: 'height: 60px', body: '<p>取消以后不会有人去看。</p>'.repeat(5) }) },
  ],
  [
    'a button of a sheet as high as half of the screen',
    'sheet',
    { more: dialog({ foot: control('确认', 'style="min-height: 360px"') }) },
  ],
  [
    'a button of a sheet beneath the screen',
    'sheet',
    {
      more: dialog({ foot: `<p role="status" style="height: 600px">刚才没有连上。</p>${control('确认')}` }),
    },
  ],
  [
    'a button of four lines',
    'lines',
    { more: control('<div class="button-words" style="width: 50px">打给高新区养老</div>') },
  ],
  [
    'a title of three lines',
    'lines',
    { more: '<div class="sheet-title" style="width: 70px">不再让李敏办</div>' },
  ],
  [
    'an id number longer than the box it stands in',
    'clipping',
    {
      more: '<input aria-label="身份证号" value="34990019441113004X" style="font-size: 35px; width: 260px; height: 60px">',
    },
  ],
  ['a day of the week in halves', 'whole', { more: '<p style="width: 75px">11月周日</p>' }],
  ['a name in halves', 'whole', { more: '<p style="width: 75px">今天请赵强去</p>' }],
  ['a number in halves', 'whole', { more: '<p style="width: 150px">000-0000-0120</p>' }],
  [
    'a day alone beneath three others',
    'orphan',
    {
      more: `<div role="radiogroup">${['今天', '明天', '周一', '周二'].map((day) => `<div role="radio" tabindex="0" style="display: inline-block; width: 90px; height: 60px">${day}</div>`).join('')}</div>`,
    },
  ],
]

describe('the measures', () => {
  it('find nothing on a faultless page', async () => {
    await show({})
    expect(await faultsOf(page, family)).toEqual([])
  })

  it.each(faults)('find %s: %s', async (_, measure, changed) => {
    await show(changed)
    const found = await faultsOf(page, family)
    expect(found.filter((line) => line.includes(`: ${measure}: `))).not.toEqual([])
  })

  it('let a failure on top of a sheet pass that is scrolled under its button, and a number that is read back', async () => {
    const failure = '<p role="status" style="height: 600px">刚才没有连上。</p>'
    await show({
      more: `<div role="dialog" aria-modal="true" aria-label="取消" style="position: fixed; inset: 0; overflow-y: auto; background: #fbf7f0">
        ${failure}<div class="sheet-body">取消以后不会有人去看。</div>
        <div class="sheet-action" style="position: sticky; bottom: 0; background: #fff">${control('确认')}</div>
      </div>`,
    })
    const number = '34990019441113004X'
    const found = await faultsOf(page, family)
    expect(found.filter((line) => line.includes(': sheet: '))).toEqual([])
    await show({
      more: `<input aria-label="身份证号" value="${number}" style="font: 35px/1.5 monospace; width: 260px; height: 60px">
        <p>349900 19441113 004X</p>`,
    })
    expect((await faultsOf(page, family)).filter((line) => line.includes('longer than its box'))).toEqual([])
  })

  it('find a page that was opened and leapt away from its top', async () => {
    await show({ more: '<p style="height: 2000px">明天有什么</p><p id="last">下一步：看价钱</p>' })
    expect(await faultsOnOpening(page)).toEqual([])
    await page.evaluate(() => document.getElementById('last')?.scrollIntoView())
    expect(await faultsOnOpening(page)).toEqual([expect.stringMatching(/: top: .*opens at \d+ of \d+ px/)])
  })

  it('look no deeper than what hides all beneath it', async () => {
    const picture = 'position: absolute; inset: 0; background: linear-gradient(#fff, #000)'
    const card = '<p style="position: relative; background: #fff">在图片上面</p>'
    await show({ more: `<div style="position: relative"><i style="${picture}"></i>${card}</div>` })
    expect(await faultsOf(page, family)).toEqual([])
  })

  it('allow smaller things on a staff page, but not any', async () => {
    const style = '.frame p { font-size: calc(16px * var(--k, 1)) } .button-primary { min-height: 52px }'
    await show({ style })
    expect(await faultsOf(page, staff)).toEqual([])
    await show({ style: `${style} .frame p { font-size: 15px } .button-primary { min-height: 40px }` })
    const found = await faultsOf(page, staff)
    expect(found.some((line) => line.includes('type size'))).toBe(true)
  })

  it('ask axe, which finds a picture without words', async () => {
    await show({ more: '<img src="data:,">' })
    await withMeasures(page)
    expect(await violations(page)).toEqual([expect.stringContaining('image-alt')])
  })
})
