/** Surnames of two characters that an elder may have; with these the first two characters are the surname. */
const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
]

/** How people speak to an elder: the surname with 奶奶 or 爷爷. It is also all of a name that a helper needs. */
export function politeName(name: string, sex: 'female' | 'male'): string {
  const compound = COMPOUND_SURNAMES.find((surname) => name.startsWith(surname))
  const [first = ''] = name.match(/\P{M}\p{M}*/u) ?? [] // some characters are two units, or carry a mark
  return (compound ?? first) + (sex === 'female' ? '奶奶' : '爷爷')
}
