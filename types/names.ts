/** Surnames of two characters (复姓) that people in China bear: with these the first two characters are the surname. */
const COMPOUND_SURNAMES = new Set(
  [
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫',
    '澹台 万俟 呼延 独孤 拓跋 完颜 宇文 长孙 司空 闻人 赫连 钟离 鲜于 闾丘',
    '亓官 太史 太叔 申屠 轩辕 仲孙 公冶 公羊 公良 公西 宗政 濮阳 淳于 单于',
    '巫马 乐正 壤驷 漆雕 拓拔 夹谷 宰父 谷梁 段干 百里 东郭 南门 羊舌 微生',
    '梁丘 左丘 东门 西门 南荣 第五 即墨 达奚 褚师 贺兰 纳兰 叶赫 爱新 耶律',
    '贺若 乞伏 秃发 沮渠 斛律 屈突 哥舒 仆固 高堂 相里 有琴 归海 子车 颛孙',
  ].flatMap((row) => row.split(' ')),
)

/** A character with the marks on it; some are two UTF-16 units. */
const CHARACTER = /\P{M}\p{M}*/gu
const HAN = /^\p{Script=Han}+$/u

/** A space that stands between two Chinese characters: forms pad short names with one. */
const GAP = /(\p{Script=Han}\p{M}*) +(?=\p{Script=Han})/gu
/** The same, or the dot between the parts of a name. */
const GAP_OR_DOT = /(\p{Script=Han}\p{M}*)[ ·]+(?=\p{Script=Han})/gu

/** A surname of one character and at most three more are a name; of a compound one at most three more too. */
const LONGEST_GIVEN = 3

/** A name as it is said: `王 秀英` is `王秀英`. Between letters a space stays, and a dot does everywhere. */
export const withoutGaps = (name: string): string => name.replace(GAP, '$1')

/**
 * What two spellings of one name have in common: by it names are compared and never shown. Neither a space nor the dot between Chinese
 * characters counts, a dot between letters is a space, and letters are small.
 */
export const nameKey = (name: string): string =>
  name.replace(GAP_OR_DOT, '$1').replace(/·/g, ' ').toLowerCase()

/**
 * How people speak to an elder: the surname with 奶奶 or 爷爷. It is also all of a name that a helper needs. Where a name has no
 * surname in front (`阿依夏木·买买提`, `John Smith`, five characters and more), there is no such form: it is the whole name. A space
 * between Chinese characters does not count.
 */
export function politeName(name: string, sex: 'female' | 'male'): string {
  const surname = surnameOf(withoutGaps(name))
  return surname === null ? name : surname + (sex === 'female' ? '奶奶' : '爷爷')
}

/** The surname in front of a name without gaps; null where there is none in front, as `politeName` says. */
export function surnameOf(name: string): string | null {
  const characters = name.match(CHARACTER) ?? []
  if (!HAN.test(name)) return null
  const [first = '', second = '', ...others] = characters
  if (others.length > 0 && COMPOUND_SURNAMES.has(first + second))
    return others.length <= LONGEST_GIVEN ? first + second : null
  return characters.length <= 1 + LONGEST_GIVEN ? first : null
}
