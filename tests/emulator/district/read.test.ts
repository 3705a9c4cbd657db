import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { demoDistrict } from '../../../emulator/demo/district'
import { districtDocuments } from '../../../emulator/district/district'
import { BadDistrict, readDistrict, readPlaces } from '../../../emulator/district/read'
import { functionVariables } from '../../../emulator/function-variables'
import { longest, most } from '../../../types/limits'
import { PROJECT, temporaryFolder } from '../built-functions'

const DEMO = join(PROJECT, 'emulator/demo')
const NOON = new Date('2026-11-22T12:00:00+08:00')

Object.assign(process.env, functionVariables({}))

/** A copy of the demo district's folder in which one text of one file is another. */
function aFolder(file?: string, from = '', to = ''): string {
  const folder = join(temporaryFolder(), 'district')
  mkdirSync(folder)
  cpSync(DEMO, folder, { recursive: true, filter: (name) => !name.endsWith('.ts') })
  const policies = ['meal/beijing-2022-03.json', 'care/high-tech-2021.json']
  for (const policy of policies)
    cpSync(join(PROJECT, 'cloudfunctions/_policies', policy), join(folder, policy.replace('/', '-')))
  writeFileSync(join(folder, 'policies.json'), JSON.stringify(policies.map((name) => name.replace('/', '-'))))
  if (file) {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
  return folder
}

function problemsIn(folder: string): string {
  try {
    readDistrict(folder)
    return ''
  } catch (error) {
    if (!(error instanceof BadDistrict)) throw error
    return error.message.replaceAll(`${folder}/`, '')
  }
}

describe('readDistrict', () => {
  it('reads the demo district as the tests know it', () => {
    const told = (documents: object): unknown =>
      JSON.parse(JSON.stringify(documents, (key, value) => (key === 'sealed' ? '' : value)))
    const read = told(districtDocuments(readDistrict(DEMO), NOON))
    expect(isDeepStrictEqual(read, told(demoDistrict(NOON)))).toBe(true)
  })

  it('finds nothing wrong with a copy of it anywhere', () => {
    expect(problemsIn(aFolder())).toBe('')
  })

  it.each([
    ['a bracket too few', 'kitchens.json', '[', '', 'kitchens.json:'],
    [
      'a field that is misspelt',
      'stations.json',
      '"services"',
      '"service"',
      'stations.json:12:5  [0].service  不认识“service”这个名称。是不是想写“services”？',
    ],
    ['a time that is none', 'tables.json', '"09:00"', '"9 点"', 'tables.json:9:21  [0].lunch.bookBefore'],
    [
      'a town that is not there',
      'stations.json',
      '"t-changjiang"',
      '"t-x"',
      'stations.json:4:15  [0].townId  没有“t-x”',
    ],
    ['a dish that is on no menu', 'menus.json', '"lunch": ["', '"lunch": ["x-', 'menus.json:'],
    [
      'a dish with a name that no kitchen could write in the app',
      ...['menus.json', '"红烧鱼块"', `"${'鱼'.repeat(longest.menuName + 1)}"`, '[0].dishes[0].name'],
    ],
    [
      'a policy that is wrong',
      'meal-beijing-2022-03.json',
      '"kind"',
      '"kinds"',
      'meal-beijing-2022-03.json:',
    ],
    [
      'a policy that is not there',
      'policies.json',
      'meal-',
      'lunch-',
      'policies.json:1:2  [0]  没有这个文件',
    ],
    [
      'a town that nobody serves',
      'operators.json',
      '"t-xinhua"',
      '"t-changjiang"',
      '没有谁运营 t-xinhua 的驿站',
    ],
    ['a phone of nobody', 'phones.json', '"o-li-min"', '"o-x"', 'phones.json:9:15  [1].openid  没有“o-x”'],
    [
      'a sixth phone',
      'phones.json',
      '"page": "home" }',
      '"page": "home", "does": "home" }',
      '这里有 6 部写了 does',
    ],
    [
      'an elder of a station that is not there',
      'elders.json',
      '"st-changjiang"',
      '"st-x"',
      'elders.json:5:18  [0].stationId',
    ],
    [
      'a town that two would be paid for',
      'operators.json',
      '"t-xinhua"',
      '"t-xinhua", "t-changjiang"',
      '已经由',
    ],
    [
      'a weekday with two menus',
      'menus.json',
      '"weekday": 2',
      '"weekday": 1',
      'week[1].weekday  “1”写了两次',
    ],
    [
      'a meal that is booked after it began',
      'tables.json',
      '"bookBefore": "09:00"',
      '"bookBefore": "23:00"',
      'tables.json:9:21  [0].lunch.bookBefore  这里写的是 23:00，不能比开饭（',
    ],
    [
      'a table at which nobody can eat',
      'tables.json',
      '"modes": ["dineIn", "takeAway", "delivery"]',
      '"modes": []',
      '[0].modes  至少要写一种吃法',
    ],
    [
      'a station that closes before it opens',
      'stations.json',
      '"to": "19:00"',
      '"to": "07:00"',
      'hours[0].to  关门的时间 07:00 要比开门的 07:30 晚。',
    ],
    [
      'days off that end before they begin',
      'stations.json',
      '"closures": []',
      '"closures": [{ "from": "2027-02-12", "to": "2027-02-05", "reason": "春节" }]',
      'closures[0]  最后一天写在了第一天的前面。',
    ],
    [
      'a dish of which nobody says what is in it',
      'menus.json',
      '"allergens": []',
      '"allergens": null',
      'menus.json:8:40  sets[0].dishes[1].allergens  “清炒青菜”里有什么还没有写。',
    ],
    [
      'a set that stands twice on a day',
      'menus.json',
      '"shizitou", "roumo-qiezi"',
      '"shizitou", "shizitou"',
      'week[0].lunch  同一项在这里写了两次。',
    ],
    [
      'more places than a meal can have',
      'tables.json',
      '"portions": 40',
      '"portions": 269',
      'tables.json:12:19  [0].lunch.portions  座位和份数一共最多 300，这里是 301。',
    ],
    [
      'a plan from a day that does not exist',
      'tables.json',
      '"from": "2024-01-01"',
      '"from": "2024-02-30"',
      '[0].from  没有这一天。',
    ],
    ['the same policy twice', 'policies.json', '["', '["care-high-tech-2021.json", "', '同一种、同一天（'],
    [
      'a policy that is a folder',
      'policies.json',
      'meal-beijing-2022-03.json',
      '.',
      '[0]  没有这个文件：.。',
    ],
    [
      'a step before the one that leads to it',
      'accounts.json',
      '"act": "vet"',
      '"act": "assign"',
      'memberships[0]  照规则走不通：acts 的先后不对',
    ],
    [
      'an organisation that is of another kind',
      'accounts.json',
      '"orgKind": "station"',
      '"orgKind": "town"',
      'memberships[0].orgId  没有“st-',
    ],
    [
      'a counter of no station',
      'phones.json',
      '"stationId": "st-changjiang"',
      '"readsReports": false',
      'counter 是驿站的柜台',
    ],
    [
      'a district without a name',
      'district.json',
      '"高新区"',
      '""',
      'district.json:3:11  name  这段文字不能是空的',
    ],
    [
      'a name of blanks',
      'stations.json',
      '"长江路街道养老服务中心"',
      '" \u3000"',
      '[0].name  这段文字不能是空的',
    ],
    [
      'a dish without a name',
      'menus.json',
      '"name": "',
      '"name": "", "names": "',
      'name  这段文字不能是空的',
    ],
    ...(
      [
        ['district', '"高新区"', 'name'],
        ['district', '"长江路街道"', 'towns[0].name'],
        ['operators', '"银龄为老服务中心"', '[0].name'],
        ['kitchens', '"银龄厨房"', '[0].name'],
        ['menus', '"红烧鱼套餐"', 'sets[0].name'],
        ['stations', '"长江路街道养老服务中心"', '[0].name'],
        ['stations', '"高新区槐荫路 12 号"', '[0].address'],
        ['stations', '"000-0000-0101"', '[0].phone'],
        ['stations', '"孟芳"', '[0].contactName'],
      ] as const
    ).map(([file, from, field]): [string, string, string, string, string] => [
      `${field} of ${file} that is too long`,
      `${file}.json`,
      from,
      `"${'长'.repeat(100_000)}"`,
      `${field}  这段文字太长，不能多于 `,
    ]),
    ['two elders of one card', 'elders.json', '"80010002"', '"80010001"', '[1].code  “80010001”写了两次'],
  ])('tells %s by its file, line and reason', (_, file, from, to, told) => {
    expect(problemsIn(aFolder(file, from, to))).toContain(told)
  })

  it('tells of more dishes than a menu can have', () => {
    const folder = aFolder()
    const { sets, week } = JSON.parse(readFileSync(join(folder, 'menus.json'), 'utf8'))
    const many = sets.map((set: object, nth: number) => ({
      ...set,
      dishes: Array.from({ length: 9 }, (_, at) => ({ name: `菜${nth}之${at}`, allergens: [] })),
    }))
    writeFileSync(join(folder, 'menus.json'), JSON.stringify({ sets: many, week }))
    expect(problemsIn(folder)).toMatch(
      new RegExp(`menus\\.json:1:9 {2}sets {2}一周的一餐最多 ${most.menuDishes} 样菜，这里有 \\d+ 样。`),
    )
  })

  it('tells of every file that is missing', () => {
    const folder = aFolder()
    for (const file of ['elders.json', 'menus.json']) rmSync(join(folder, file))
    expect(problemsIn(folder)).toMatch(/menus\.json {2}没有这个文件。/)
    expect(problemsIn(join(folder, 'nowhere'))).toMatch(/没有这个目录/)
    mkdirSync(join(folder, 'menus.json'))
    expect(problemsIn(folder)).toMatch(/menus\.json {2}没有这个文件。/)
  })
})

describe('readPlaces', () => {
  it('needs no people, and holds none', () => {
    const folder = aFolder()
    for (const name of ['elders', 'accounts', 'phones', 'visitors']) rmSync(join(folder, `${name}.json`))
    expect(Object.keys(readPlaces(folder)).sort()).toEqual(
      ['district', 'kitchens', 'menus', 'operators', 'policies', 'stations', 'tables'].sort(),
    )
  })
})
