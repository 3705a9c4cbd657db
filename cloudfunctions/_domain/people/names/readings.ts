import { nameKey, surnameOf } from '#types/names'

/** What a dictionary knows of how characters are read: small letters without tones, `v` for ü. */
export interface Dictionary {
  /** How a surname is read, one reading for each of its characters. */
  surname(surname: string): readonly string[]
  /** Every way in which a character is read, the usual one first; empty where it knows none. */
  character(character: string): readonly string[]
}

/** Surnames that families read in two ways, or in another one than the word that is written alike: the readings of each character. */
const SURNAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  单于: [['chan'], ['yu']],
  覃: [['qin', 'tan']],
  翟: [['zhai', 'di']],
  盖: [['ge', 'gai']],
  缪: [['miao', 'mou']],
  乐: [['yue', 'le']],
  员: [['yun', 'yuan']],
  郗: [['xi', 'chi']],
  郇: [['xun', 'huan']],
  谌: [['chen', 'shen']],
  隗: [['wei', 'kui']],
  宓: [['mi', 'fu']],
  牟: [['mou', 'mu']],
  那: [['na', 'nuo']],
  召: [['shao', 'zhao']],
  折: [['she', 'zhe']],
  种: [['chong', 'zhong']],
  祭: [['zhai', 'ji']],
  秘: [['bi', 'mi']],
  黑: [['he', 'hei']],
  宿: [['su', 'xiu']],
}

const HAN = /^\p{Script=Han}$/u

/** So many characters of a name can be typed in letters: more than the longest names have. */
const MOST_READ = 12

interface Unit {
  character: string
  readings: readonly string[]
}

/**
 * The keys by which a name is found in letters: each character behind its readings, `wang王xiu秀ying英`, and `chang/zhang长` where there are
 * several. How the first is read begins a key, so that an index finds it: a name has as many keys as its first character readings. A
 * surname is read as one. A character without a reading stands there alone, and does not begin the only key.
 * @returns none for a name in which nothing has a reading
 */
export function readingsOf(name: string, dictionary: Dictionary): string[] {
  const units = unitsOf(nameKey(name), dictionary)
  const first = units.findIndex(({ readings }) => readings.length > 0)
  const start = units[first]
  if (!start) return []
  const before = units.slice(0, first).map(written).join('')
  const behind = units
    .slice(first + 1)
    .map(written)
    .join('')
  const keys = start.readings.map((reading) => reading + start.character + behind)
  return before === '' ? keys : [...keys, ...keys.map((key) => before + key)]
}

function unitsOf(key: string, dictionary: Dictionary): Unit[] {
  const surname = surnameOf(key) ?? ''
  const ofSurname = SURNAMES[surname] ?? surnameIn(surname, dictionary)
  return [...key].slice(0, MOST_READ).map((character, nth) => ({
    character,
    readings: ofSurname[nth] ?? (HAN.test(character) ? dictionary.character(character) : []),
  }))
}

/** Nothing for a surname that the dictionary does not know as a whole. */
function surnameIn(surname: string, dictionary: Dictionary): (readonly string[])[] {
  const readings = surname === '' ? [] : dictionary.surname(surname)
  return readings.length === [...surname].length ? readings.map((one) => [one]) : []
}

const written = ({ character, readings }: Unit): string => readings.join('/') + character
