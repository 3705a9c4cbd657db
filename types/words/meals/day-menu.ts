import type { MealSet } from '#types/meals/sittings'
import type { Slot } from '#types/meals/slots'
import { allergenWord } from './allergens'
import { slotWord } from './slots'

type DaySet = Pick<MealSet, 'id' | 'name' | 'dishes' | 'tags' | 'price'>

/** One meal of a day, as it is offered. */
interface DayMenu {
  slot: Slot
  sets: readonly DaySet[]
  /** Ids of sets that are sold out. */
  soldOut: readonly string[]
}

/**
 * A day's meal in words that read well aloud: one line for the meal and one for each set, what is sold out last. No brackets, no signs,
 * units written out; the first dish of a set is its main one.
 */
export function sayDayMenu({ slot, sets, soldOut }: DayMenu): string[] {
  const isThere = ({ id }: DaySet) => !soldOut.includes(id)
  const there = sets.filter(isThere)
  const gone = sets.filter((set) => !isThere(set)).map(({ name }) => aloud(name))
  const meal = slotWord[slot]
  const first = there.length > 0 ? `${meal}有${numeral(there.length)}种套餐。` : `${meal}没有可以订的套餐。`
  const last = gone.length > 0 ? [`${gone.join('、')}卖完了。`] : []
  return [first, ...there.map(saySet), ...last]
}

function saySet({ name, dishes, tags, price }: DaySet, at: number): string {
  const [main, ...sides] = dishes.map((dish) => aloud(dish.name))
  const made = main === undefined ? '' : `主菜是${main}。`
  const beside = sides.length > 0 ? `配${sides.join('、')}。` : ''
  const tagged = tags.length > 0 ? `${tags.map(aloud).join('、')}。` : ''
  return `第${ordinal(at + 1)}种，${aloud(name)}，${sayPrice(price)}。${made}${beside}${tagged}${sayAllergens(dishes)}`
}

/** What is in it that people are allergic to; of what nobody has said anything, that. */
function sayAllergens(dishes: DaySet['dishes']): string {
  const known = [...new Set(dishes.flatMap(({ allergens }) => allergens ?? []))].map(
    (one) => allergenWord[one],
  )
  const silent = dishes.filter(({ allergens }) => allergens === null).map(({ name }) => aloud(name))
  const said = known.length > 0 ? `里面有${known.join('、')}。` : ''
  if (silent.length > 0) return `${said}${silent.join('、')}里面有什么，厨房还没有说。`
  return said || '没有常见的过敏食物。'
}

/** `18 元`, `18 元 5 角`, `18 元零 5 分`. @param price fen */
function sayPrice(price: number): string {
  const [yuan, jiao, fen] = [Math.floor(price / 100), Math.floor((price % 100) / 10), price % 10]
  if (jiao === 0 && fen === 0) return `${yuan} 元`
  const rest = [...(jiao > 0 ? [`${jiao} 角`] : []), ...(fen > 0 ? [`${fen} 分`] : [])].join(' ')
  if (yuan === 0) return rest
  return jiao > 0 ? `${yuan} 元 ${rest}` : `${yuan} 元零 ${rest}`
}

/** Units as they are typed, and as they are said; the longer ones first. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(\d)\s*(?:ml|毫升)/gi, '$1 毫升'],
  [/(\d)\s*kg/gi, '$1 公斤'],
  [/(\d)\s*g(?![a-z])/gi, '$1 克'],
  [/(\d)\s*[×xX*]\s*(\d)/g, '$1 乘 $2'],
  [/[~～]/g, '到'],
  [/\+/g, '加'],
  [/&/g, '和'],
  [/(\d+(?:\.\d+)?)\s*%/g, '百分之 $1'],
]

/** What somebody typed, without what nobody can say: what stands in brackets is said after a pause. */
function aloud(text: string): string {
  const said = units.reduce((sum, [typed, spoken]) => sum.replace(typed, spoken), text)
  return said
    .replace(/[（(［[【〔｛{]/g, '，')
    .replace(/[）)］\]】〕｝}]/g, '')
    .replace(/[/／|｜·•*#_]+/g, '、')
    .replace(/\s+/g, ' ')
    .replace(/^[，、]+|[，、]+$/g, '')
}

const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** A small number as it is counted, and as it comes in its turn; only two of a thing are 两. */
const numeral = (count: number): string => digits[count] ?? ` ${count} `
const ordinal = (nth: number): string => (nth === 2 ? '二' : numeral(nth))
