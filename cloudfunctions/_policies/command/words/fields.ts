const fen = '单位是分（5 元写 500）'

const units: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...[
        'amount',
        'cap',
        'elderPays',
        'above',
        'atLeast',
        'fee',
        'standardPrice',
        'elderPaysAtLeast',
        'hourPrice',
      ],
      ...[
        'bySlot',
        'byMode',
        'byDay',
        'price',
        'subsidy',
        'discount',
        'pays',
        'operator',
        'delivery',
        'lines',
      ],
      ...['monthlyCap', 'voucher', 'bills', 'paid', 'selfPays'],
    ].map((key) => [key, fen]),
  ),
  minutes: '单位是分钟',
  upTo: '单位是米',
  distance: '单位是米',
  percent: '百分之几就写几（四分之一写 25）',
  age: '周岁',
}

const words: Record<string, string> = {
  id: '（政策的编号）',
  kind: '（哪一种政策）',
  name: '（政策的名称）',
  effectiveFrom: '（从哪一天开始）',
  effectiveTo: '（到哪一天结束）',
  source: '（出自哪里）',
  layer: '（这一层的代号）',
  label: '（老人看到的名称）',
  payer: '（谁出钱）',
  rule: '（这条规则的代号）',
  rules: '（这一层的规则）',
  who: '（给谁）',
  amount: '（给多少）',
  person: '（什么人）',
  on: '（哪一天）',
  meal: '（哪一餐）',
  slot: '（早、午、晚餐）',
  price: '（饭价）',
  expect: '（应该得到什么）',
  per: '（每多久）',
}

const lists: Record<string, string> = {
  slots: '["lunch"]',
  modes: '["dineIn", "takeAway"]',
  days: '["workday"]',
  category: '["lowIncome"]',
  categories: '["lowIncome"]',
  notCategories: '["extremePoverty"]',
  ability: '["severe", "total"]',
  living: '["alone"]',
  group: '["hardship"]',
  bring: '["身份证", "户口簿"]',
  limits: '[{ "per": "day", "times": 1 }]',
  matrix: '[{ "group": "poor", "byAbility": { "severe": 40000 } }]',
  byDistance: '[{ "upTo": 1000, "fee": 200 }]',
  missing: '["hukou"]',
  already: '[{ "slot": "lunch", "price": 1200 }]',
  bills: '[40000, 10000]',
  household: '[{ "age": 66 }]',
}

/** A list as it could stand at a place; of a list of several fields only its brackets. */
export function listExample(path: readonly (string | number)[]): string {
  const [last, parent] = [path.at(-1), path.at(-2)]
  if (last === 'bills' && parent === 'voucher') return '[{ … }]'
  if (last === 'services' && parent === 'expect') return '["paid", "selfPaid"]'
  return lists[String(last)] ?? '[{ … }]'
}

/** What a field is about, in brackets; nothing where the name says it all. */
export const fieldWord = (path: readonly (string | number)[]): string => words[String(path.at(-1))] ?? ''

/** The unit of the number at a place: that of its field, or of the table that it stands in. */
export const unitOf = (path: readonly (string | number)[]): string => {
  const names = path.filter((part) => typeof part === 'string')
  if (names.includes('counts')) return ''
  return units[names.at(-1) ?? ''] ?? units[names.at(-2) ?? ''] ?? ''
}
