import { csvLines, csvOf } from '../../cloudfunctions/_shell/csv'

describe('csvOf', () => {
  it('is what a spreadsheet opens with Chinese in it', () => {
    expect(
      csvOf([
        ['姓名', '住址'],
        ['王秀英', '长江路 18 弄'],
      ]),
    ).toBe('\uFEFF姓名,住址\n王秀英,长江路 18 弄\n')
  })

  it('keeps quotation marks, commas and lines inside of a cell', () => {
    expect(csvLines([['一号"驿站",\n南门', 2]])).toBe('"一号""驿站"",\n南门",2\n')
  })

  it.each([
    ...['=HYPERLINK(A1)', '+86', '-1', '@SUM(A1)', '＝A1', '＋1', '－1', '＠A1', '﹦A1', '−1'],
    ...['\tA1', '\t=A1', ' =A1', '\u3000=A1', '\u200b=A1', '\ufeff=A1', ' \t+1'],
  ])('does not let a spreadsheet reckon with %j', (name) => {
    expect(csvLines([[name, '甲']])).toBe(`'${name},甲\n`)
  })

  it.each(['\n=A1', '\r\n=A1', '\r=A1'])('does not let it reckon after a line break: %j', (name) => {
    expect(csvLines([[name, '甲']])).toBe(`"'${name}",甲\n`)
  })

  it.each([
    ...['0012', '3606', '1E10', '1e5', '1-2', '1/2', '2026-12', '2026/12', '2026年12月', '12月3日', '11:30'],
    ...['110105194912310021', '13812345678', '80010001', '１２', '50%', '¥12', '(12)', 'TRUE'],
  ])('lets %s stay the text that it is', (text) => {
    expect(csvLines([[text, '甲']])).toBe(`${text}\t,甲\n`)
  })

  it.each([
    '2026-11-21',
    '2026-11-21 10:20',
    '110105…002X',
    '138****5678',
    '12 号楼',
    '一号驿站',
    '2 室',
    '',
  ])('leaves %j as it is', (text) => {
    expect(csvLines([[text, '甲']])).toBe(`${text},甲\n`)
  })

  it('leaves figures below nothing to be added up', () => {
    expect(csvLines([[-2, { fen: -505 }, { fen: 1800 }]])).toBe('-2,-5.05,18.00\n')
  })
})
