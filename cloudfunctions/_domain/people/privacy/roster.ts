import type { RosterRow } from '#types/people/privacy'
import { categoryName } from '#types/words/people/elders/categories'
import { livingWord } from '#types/words/people/elders/livings'
import { sexWord } from '#types/words/people/elders/sexes'

/** What stands above the columns of a roster's file. */
export const rosterHeads = ['姓名', '出生年', '性别', '住址', '电话尾号', '和谁住', '身份类别', '过世日期']

/** One elder as a line of that file: every code in words, nothing that the row does not tell. */
export const rosterCells = ({
  name,
  birthYear,
  sex,
  building,
  phoneTail,
  living,
  categories,
  diedOn,
}: RosterRow): (string | number)[] => [
  name,
  birthYear,
  sexWord[sex],
  building,
  phoneTail ?? '',
  livingWord[living],
  categories.map(categoryName).join('、'),
  diedOn ?? '',
]
