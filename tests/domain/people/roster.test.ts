import { rosterCells, rosterHeads } from '../../../cloudfunctions/_domain/people/privacy/roster'
import type { RosterRow } from '../../../types/people/privacy'

const row: RosterRow = {
  id: 'e-wang',
  name: '王秀英',
  birthYear: 1944,
  sex: 'female',
  building: '长江路 18 弄',
  phoneTail: '3606',
  living: 'alone',
  diedOn: null,
  categories: ['livingAlone', 'advancedAge'],
}

describe('rosterCells', () => {
  it('has a cell for every head, each code in words', () => {
    const cells = rosterCells(row)
    expect(cells).toEqual(['王秀英', 1944, '女', '长江路 18 弄', '3606', '一个人住', '独居、高龄', ''])
    expect(cells).toHaveLength(rosterHeads.length)
  })

  it('says of whom it is written down that she has died', () => {
    expect(rosterCells({ ...row, diedOn: '2026-11-20' }).at(-1)).toBe('2026-11-20')
  })

  it('leaves blank what nobody knows', () => {
    const bare = rosterCells({ ...row, phoneTail: null, categories: [] })
    expect(bare).toEqual(['王秀英', 1944, '女', '长江路 18 弄', '', '一个人住', '', ''])
  })
})
