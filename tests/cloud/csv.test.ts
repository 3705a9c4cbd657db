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

  it.each(['=HYPERLINK(A1)', '+86', '-1', '@SUM(A1)', '＝A1', '\tA1'])(
    'does not let a spreadsheet reckon with %j',
    (name) => {
      expect(csvLines([[name, '甲']])).toBe(`'${name},甲\n`)
    },
  )

  it('leaves figures below nothing to be added up', () => {
    expect(csvLines([[-2, { fen: -505 }, { fen: 1800 }]])).toBe('-2,-5.05,18.00\n')
  })
})
