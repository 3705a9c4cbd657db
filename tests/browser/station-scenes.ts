import type { Page } from 'playwright-core'
import { MOTHER, STATION } from './full-day'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
const atStation = () => ({ stationId: STATION })

/** Registered by a relative; nobody has asked him yet. */
const PENDING = 'e-zhu-yongfu'

const onPaper = async (page: Page) => {
  await page.getByRole('textbox', { name: '签字单的编号' }).fill('登记表 2026-117')
  await page.getByRole('textbox', { name: '还有谁在场' }).fill('周琳')
}

const registering = async (page: Page) => {
  await page.getByRole('textbox', { name: '名字' }).fill('阿依夏木古丽·买买提江')
  await page.getByRole('textbox', { name: '身份证号' }).fill('349900195002030042')
  await page.getByRole('radio', { name: '没有电话' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('checkbox').first().waitFor()
}

/** Pages of a station about elders, their families and the people who work there. */
export const stationScenes: Scene[] = [
  {
    page: 'packages/staff/register',
    title: 'with everything missing',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先写是谁',
    after: tap('下一步'),
  },
  {
    page: 'packages/staff/register',
    title: 'without an id card',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先写是谁',
    after: (page) => page.getByRole('radio', { name: '没有身份证号' }).click(),
  },
  {
    page: 'packages/staff/register',
    title: 'with consents',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先写是谁',
    after: registering,
  },
  {
    page: 'packages/staff/register',
    title: 'when it is done',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先写是谁',
    after: async (page) => {
      await registering(page)
      await page.getByRole('textbox', { name: '小区或楼' }).fill('长江路 18 弄 3 号楼')
      await page.getByRole('radio', { name: '一个人住' }).click()
      for (const box of await page.getByRole('main').last().getByRole('checkbox').all()) await box.click()
      await onPaper(page)
      await page.getByRole('button', { name: '登记好' }).click()
      await page.getByText('登记好了').waitFor()
    },
  },
  {
    page: 'packages/staff/elder',
    title: 'to be found',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先找到这位老人',
    after: async (page) => {
      await page.getByRole('textbox', { name: '找老人' }).fill('朱')
      await page.getByText('还没有同意').first().waitFor()
    },
  },
  {
    page: 'packages/staff/elder',
    title: 'who has not agreed',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: PENDING }),
    shows: '还没有同意，现在什么都不能',
  },
  ...(
    [
      ['overview', '证件核对过'],
      ['identity', '照着证件看一遍'],
      ['categories', '加一个类别'],
      ['ability', '看过报告，记下'],
      ['phone', '换成这个号'],
      ['home', '改好住址'],
      ['contacts', '改联系人'],
      ['diet', '记好忌口和过敏'],
      ['circle', '现在能办'],
      ['invite', '是她的什么人？'],
      ['consents', '记下收回'],
      ['card', '卡丢了，换一张'],
      ['copy', '做一份资料'],
      ['erase', '要注销'],
    ] as const
  ).map(
    ([part, shows]): Scene => ({
      page: 'packages/staff/elder',
      title: `of the mother, ${part}`,
      as: 'o-zhang-jing',
      params: () => ({ ...atStation(), elderId: MOTHER, part }),
      shows,
    }),
  ),
  {
    page: 'packages/staff/elder',
    title: 'whose phone is revealed',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'phone' }),
    shows: '换成这个号',
    after: async (page) => {
      await page.getByRole('button', { name: '看完整的电话' }).click()
      await page.getByRole('checkbox', { name: '打电话联系' }).click()
      await page.getByRole('button', { name: '看一看' }).click()
      await page.getByRole('button', { name: '打给' }).waitFor()
    },
  },
  {
    page: 'packages/staff/elder',
    title: 'whose contacts are changed',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'contacts' }),
    shows: '改联系人',
    after: tap('改联系人'),
  },
  {
    page: 'packages/staff/elder',
    title: 'and a new category',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'categories' }),
    shows: '加一个类别',
    after: async (page) => {
      await page.getByRole('button', { name: '加一个类别' }).click()
      await page.getByRole('radio', { name: '优抚对象' }).click()
    },
  },
  {
    page: 'packages/staff/elder',
    title: 'and her consent on paper',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: PENDING, part: 'consents' }),
    shows: '记下同意',
    after: tap('记下同意'),
  },
  {
    page: 'packages/staff/elder',
    title: 'and a code for her daughter',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'invite' }),
    shows: '是她的什么人？',
    after: async (page) => {
      await page.getByRole('radio', { name: '家人的手机' }).click()
      await onPaper(page)
      await page.getByRole('button', { name: '给一个码' }).click()
      await page.getByText('只能用一次').waitFor()
    },
  },
  {
    page: 'packages/staff/elder',
    title: 'about to be deleted',
    as: 'o-zhang-jing',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'erase' }),
    shows: '要注销',
    after: async (page) => {
      await onPaper(page)
      await page.getByRole('button', { name: '要注销' }).click()
    },
  },
  {
    page: 'packages/staff/asked',
    title: 'of a daughter',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先问老人愿不愿意',
  },
  {
    page: 'packages/staff/asked',
    title: 'to be let in',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先问老人愿不愿意',
    after: (page) => page.getByRole('button', { name: /^同意/ }).first().click(),
  },
  { page: 'packages/staff/asked', title: 'of nobody', as: 'o-he-wei', shows: '没有等答复的' },
  { page: 'packages/staff/numbers', title: 'of nobody', as: 'o-he-wei', shows: '没有重复的身份证号' },
  { page: 'packages/staff/alike', title: 'of one pair', as: 'o-zhang-jing', shows: '见过的老人在前面' },
  { page: 'packages/staff/alike', title: 'of nobody', as: 'o-he-wei', shows: '没有要核对的' },
  {
    page: 'packages/staff/pair',
    title: 'side by side',
    as: 'o-zhang-jing',
    params: ({ pair }) => ({ pairId: pair }),
    shows: '拿不准的，先给老人',
  },
  {
    page: 'packages/staff/pair',
    title: 'about to be joined',
    as: 'o-zhang-jing',
    params: ({ pair }) => ({ pairId: pair }),
    shows: '拿不准的，先给老人',
    after: (page) => page.getByRole('button', { name: '是同一位', exact: true }).click(),
  },
  {
    page: 'packages/staff/pair',
    title: 'about to be told apart',
    as: 'o-zhang-jing',
    params: ({ pair }) => ({ pairId: pair }),
    shows: '拿不准的，先给老人',
    after: (page) => page.getByRole('button', { name: '不是同一位', exact: true }).click(),
  },
  { page: 'packages/staff/team', title: 'of a station', as: 'o-lin-fang', shows: '邀请一位' },
  { page: 'packages/staff/team', title: 'to choose', as: 'o-sun-hui', shows: '看哪里的人员' },
  {
    page: 'packages/staff/team',
    title: 'of the district',
    as: 'o-sun-hui',
    params: () => ({ orgId: 'gaoxin' }),
    shows: '邀请一位',
  },
  {
    page: 'packages/staff/team',
    title: 'and one of them',
    as: 'o-lin-fang',
    shows: '邀请一位',
    after: async (page) => {
      await page.getByRole('button', { name: '冯娟' }).click()
      await page.getByText('办过的事').first().waitFor()
    },
  },
  {
    page: 'packages/staff/team',
    title: 'and a certificate',
    as: 'o-lin-fang',
    shows: '邀请一位',
    after: async (page) => {
      await page.getByRole('button', { name: '冯娟' }).click()
      await page.getByRole('button', { name: '补一张证件' }).click()
      await page.getByRole('textbox', { name: '证件编号' }).waitFor()
    },
  },
  {
    page: 'packages/staff/team',
    title: 'and an invitation',
    as: 'o-sun-hui',
    params: () => ({ orgId: 'gaoxin', part: 'invite' }),
    shows: '给谁的',
    after: async (page) => {
      await page.getByRole('radio', { name: '志愿者' }).click()
      await page.getByRole('button', { name: '给一个邀请码' }).click()
      await page.getByText('只能用一次').waitFor()
    },
  },
  {
    page: 'packages/staff/roster',
    title: 'before anybody said why',
    as: 'o-lin-fang',
    params: atStation,
    shows: '拿名册做什么',
    after: tap('看名册'),
  },
  {
    page: 'packages/staff/roster',
    title: 'of a station',
    as: 'o-lin-fang',
    params: atStation,
    shows: '拿名册做什么',
    after: async (page) => {
      await page.getByRole('checkbox', { name: '安排体检' }).click()
      await page.getByRole('button', { name: '看名册' }).click()
      await page.getByText('一共').waitFor()
    },
  },
]
