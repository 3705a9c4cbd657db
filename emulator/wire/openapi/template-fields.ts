/** What a field of each kind takes. Source: developers.weixin.qq.com, subscribe messages, limits of `data`. */
const takes: Record<string, (value: string) => boolean> = {
  thing: (value) => isWithin(value, 20),
  number: (value) => /^\d+(\.\d+)?$/.test(value) && isWithin(value, 32),
  letter: (value) => /^[A-Za-z]+$/.test(value) && isWithin(value, 32),
  symbol: (value) => /^[^\p{L}\p{N}\s]+$/u.test(value) && isWithin(value, 5),
  character_string: (value) => /^[\x21-\x7e]+$/.test(value) && isWithin(value, 32),
  time: (value) => isRange(value, (one) => DAY_AND_TIME.test(one) || TIME.test(one)),
  date: (value) => isRange(value, (one) => DAY_AND_TIME.test(one) || DAY.test(one)),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  name: (value) => !/\p{N}/u.test(value) && isWithin(value, /\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}+$/u.test(value) && isWithin(value, 5),
}

const day = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})`
const time = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const DAY = new RegExp(`^${day}$`)
const TIME = new RegExp(`^${time}$`)
const DAY_AND_TIME = new RegExp(`^${day} ${time}$`)

/** One point in time, or two with a `~` between them. */
function isRange(value: string, isPoint: (one: string) => boolean): boolean {
  const points = value.split('~')
  return points.length <= 2 && points.every(isPoint)
}

const isWithin = (value: string, most: number): boolean => [...value].length <= most

/** Whether a field takes a value: one line, of what its kind may hold. @param name as the template has it, `thing3` */
export function fieldTakes(name: string, value: unknown): boolean {
  const [, kind = ''] = /^([a-z_]+?)\d+$/.exec(name) ?? []
  const isText = typeof value === 'string' && value !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
  return isText && Object.hasOwn(takes, kind) && takes[kind]?.(value) === true
}
