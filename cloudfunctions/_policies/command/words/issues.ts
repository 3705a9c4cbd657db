import { categories } from '#types/people/categories'
import { categoryWord } from '#types/words/people/elders/categories'
import type { Issue, Path } from '../reading/issue'
import { nearest } from '../reading/near'
import { keysAt, type Schema } from '../reading/schema-keys'
import { fieldWord, listExample, unitOf } from './fields'

/** What is wrong and what would be right, in a sentence. */
export function issueWords(issue: Issue, path: Path, value: unknown, schema: Schema): string {
  const unit = unitOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKey(String(path.at(-1)), keysAt(schema, path.slice(0, -1)))
    case 'invalid_type':
      if (value === undefined)
        return `缺少“${path.at(-1)}”${fieldWord(path)}。请补上，${typeWords(issue, path, unit)}。`
      return `这里写的是 ${shown(value)}，${typeWords(issue, path, unit)}。`
    case 'invalid_value':
      if (value === undefined)
        return `缺少“${path.at(-1)}”${fieldWord(path)}。请补上，${choices(issue.values)}。`
      return `这里写的是 ${shown(value)}，${choices(issue.values)}。${meant(value, issue.values)}`
    case 'invalid_format':
    case 'invalid_key':
      return formatWords(issue, path, value)
    case 'too_small':
    case 'too_big':
      return sizeWords(issue, value, unit)
    case 'invalid_union':
      return `${value === undefined ? `缺少“${path.at(-1)}”${fieldWord(path)}。请补上` : `这里写的是 ${shown(value)}`}，应该是一个整数，不加引号${unit ? `，${unit}` : ''}；或者一组内容 { … }，有哪些写法请看 cloudfunctions/_policies/README.md。`
    default:
      return ownRules[issue.message] ?? `这里不符合要求：${issue.message}。`
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known)
  const list = known.length > 0 ? `这里可以写：${known.join('、')}。` : ''
  return `不认识“${key}”这个名称。${near ? `是不是想写“${near}”？` : ''}${list}`
}

function typeWords({ expected }: Issue, path: Path, unit: string): string {
  const isShare = path.slice(-2).some((part) => part === 'percent' || part === 'byService')
  switch (expected) {
    case 'int':
    case 'number':
      return `应该是一个${isShare ? '' : '整'}数，不加引号${unit ? `，${unit}` : ''}`
    case 'string':
      return '应该是一段文字，放在英文双引号里'
    case 'boolean':
      return '应该是 true（是）或 false（否），不加引号'
    case 'array':
      return `应该是一个列表，放在方括号里，例如 ${listExample(path)}`
    default:
      return '应该是一组内容，放在花括号里，例如 { … }'
  }
}

const choices = (values: readonly unknown[] = []): string =>
  values.length === 1 ? `应该是 ${shown(values[0])}` : `只能是 ${values.map(String).join('、')} 之一`

function meant(value: unknown, values: readonly unknown[] = []): string {
  const near = typeof value === 'string' ? nearest(value, values.map(String)) : undefined
  return near ? `是不是想写“${near}”？` : ''
}

function formatWords({ pattern = '' }: Issue, path: Path, value: unknown): string {
  const typed = typeof value === 'string' ? value : String(path.at(-1))
  if (pattern.includes('own-')) {
    const near = nearest(typed, categories)
    const names = categories.map((one) => `${one}（${categoryWord[one]}）`).join('、')
    return `“${typed}”不是认识的人员类别。${near ? `是不是想写“${near}”？` : ''}应该是 ${names} 之一，或者以 own- 开头的本区自定类别（在 categories 里登记）。`
  }
  if (pattern.includes('d{4}'))
    return `“${typed}”不是一个日期。请写成 2025-03-01 这样：四位年、两位月、两位日。`
  if (pattern.includes('A-Z')) return `“${typed}”不能作名称。请只用英文字母、数字和减号，以字母开头。`
  return `“${typed}”不能作名称。请只用小写字母、数字和减号，例如 town-80-3。`
}

function sizeWords({ code, minimum, maximum, origin }: Issue, value: unknown, unit: string): string {
  const bound = code === 'too_small' ? `不能少于 ${minimum}` : `不能多于 ${maximum}`
  if (origin === 'string')
    return code === 'too_small' ? '这段文字不能是空的。请写上。' : `这段文字太长，${bound} 个字。请写短一些。`
  if (origin === 'array')
    return code === 'too_small'
      ? '这个列表不能是空的。请至少写一项，或者整项删去。'
      : `这个列表太长，${bound} 项。`
  return `这里写的是 ${shown(value)}，${bound}${unit ? `，${unit}` : ''}。`
}

/** Rules of our own schemas, by what they say of themselves. */
const ownRules: Record<string, string> = {
  'no such day': '没有这一天。请写一个日历上有的日期，例如 2025-03-01；2 月 29 日只在闰年有。',
  'stands twice': '同一项在这里写了两次。请留下一个。',
  'it ends before it begins': '结束的日期在开始的日期前面。请改正其中一个。',
  '"from" is above "to"': 'from 比 to 大，没有人能符合。请把小的年龄写在 from，大的写在 to。',
  'needs "from" or "to"': '年龄的条件是空的。请写 from（从几岁）或 to（到几岁），两个都可以写。',
  'needs either "above" or "atLeast"':
    '请写 above（超过，正好这个数不算）或 atLeast（满，正好这个数也算），两个里只写一个。单位是分。',
  'needs "times" or "amount"': '请写 times（几次）或 amount（一共多少分），两个都可以写。',
  'at most two decimals': '百分数最多写两位小数，例如 12.5 或 33.33。',
  'expects nothing': 'expect 是空的，什么也没有核对。请至少写一项，例如 "pays": 900。',
  'needs either "minutes" or "amount"': '请写 minutes（分钟）或 amount（分），两个里只写一个。',
  'needs "month", "services" or "notice"': '请至少写 month、services、notice 里的一项。',
  '"every" and "times" go together': 'every（每周或每月）和 times（一共几次）要一起写。',
  'either "birthDate" or "age"':
    'birthDate（生日）和 age（周岁）只能写一个：有生日就按生日算，另写的 age 可能和它对不上。请删去一个。',
  'asked for after the day of the service': '预约的日期在服务的日期后面。请改正其中一个。',
}

/** A value as it is written, short. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '空的'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
