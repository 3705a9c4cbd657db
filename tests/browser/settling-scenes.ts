import type { Page } from 'playwright-core'
import guangzhou from '../../cloudfunctions/_policies/meal/guangzhou-2025-02.json'
import { MOTHER, STATION } from './full-day'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
const atStation = () => ({ stationId: STATION })

/** The one who runs the mother's station, whose month has meals in it. */
const ofMeals = async (page: Page) => {
  await tap('点这里换一家运营方')(page)
  await page.getByRole('radio', { name: '银龄为老服务中心' }).click()
  await page.getByText('对一对账').waitFor()
}

const eaten = async (page: Page) => {
  await page.getByRole('radio', { name: '早餐' }).click()
  await page.getByRole('radio', { name: '吃过了' }).click()
  await page.locator('.queue-row-words').first().click()
  await page.getByRole('button', { name: '记错了' }).first().waitFor()
}

const settling = { page: 'packages/office/settlement', as: 'o-sun-hui', shows: '点这里换一个月' }
const elder = { page: 'packages/staff/elder', as: 'o-zhang-jing' }

/** Pages about meals that were eaten, what is owed for them, and what changes in an elder's life. */
export const settlingScenes: Scene[] = [
  { ...settling, title: 'without any meal' },
  { ...settling, title: 'of a month', after: ofMeals },
  { ...settling, title: 'and its months', after: tap('点这里换一个月') },
  {
    ...settling,
    title: 'as a file',
    after: async (page) => {
      await ofMeals(page)
      await tap('下载 Excel')(page)
      await page.getByRole('checkbox', { name: '财政核对' }).click()
      await tap('做好文件')(page)
      await page.getByText('复制下载链接').waitFor()
    },
  },
  {
    ...settling,
    title: 'and a sample',
    after: async (page) => {
      await ofMeals(page)
      await tap('抽一些来看')(page)
      await page.getByText('饭钱 ').first().waitFor()
    },
  },
  { ...settling, title: 'for a clerk', as: 'o-zhang-jing', shows: '这里是街道和区里用的' },
  { page: 'packages/office/flags', title: 'of a district', as: 'o-sun-hui', shows: '问清楚了，写一句' },
  {
    page: 'packages/office/flags',
    title: 'about to be closed',
    as: 'o-zhou-lin',
    shows: '问清楚了，写一句',
    after: tap('问清楚了，写一句'),
  },
  { page: 'packages/office/policies', title: 'of a district', as: 'o-sun-hui', shows: '正在用' },
  {
    page: 'packages/office/policies',
    title: 'with a faulty one',
    as: 'o-sun-hui',
    shows: '正在用',
    after: async (page) => {
      await tap('加一份政策')(page)
      await page.getByRole('textbox').fill('{ "kind": "meal", "name": "新的助餐补贴" }')
      await tap('先看一遍说的是什么')(page)
      await page.getByRole('list', { name: '要改的地方' }).waitFor()
    },
  },
  {
    page: 'packages/office/policies',
    title: 'with one that is read before it is stored',
    as: 'o-sun-hui',
    shows: '正在用',
    after: async (page) => {
      await tap('加一份政策')(page)
      await page.getByRole('textbox').fill(JSON.stringify({ ...guangzhou, effectiveFrom: '2027-01-01' }))
      await tap('先看一遍说的是什么')(page)
      await page.getByRole('list', { name: '这一份说的' }).waitFor()
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'of who has eaten',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: eaten,
  },
  {
    page: 'packages/staff/queue',
    title: 'and a slip of the finger',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await eaten(page)
      await tap('记错了')(page)
    },
  },
  {
    page: 'pages/booked',
    title: 'about to be eaten elsewhere',
    as: 'o-li-min',
    params: ({ placed }) => ({ orderId: placed }),
    shows: '换一份，或者换吃法',
    after: async (page) => {
      await tap('换一份，或者换吃法')(page)
      await page.getByRole('radio').nth(1).click()
      await page.getByRole('button', { name: '改成' }).waitFor()
    },
  },
  {
    page: 'packages/family/file',
    title: 'at 写下不在家的日子',
    as: 'o-wang-xiuying',
    shows: '出事找谁',
    after: async (page) => {
      await tap('写下不在家的日子')(page)
      await page.getByRole('radio', { name: '别的日子' }).click()
      await page.getByRole('radio', { name: '定了' }).click()
    },
  },
  {
    ...elder,
    title: 'who is in hospital',
    params: ({ inHospital }) => ({ ...atStation(), elderId: inHospital }),
    shows: '住院',
  },
  {
    ...elder,
    title: 'who is in hospital, absences',
    params: ({ inHospital }) => ({ ...atStation(), elderId: inHospital, part: 'absences' }),
    shows: '今天回家了',
  },
  {
    ...elder,
    title: 'of the mother, move',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'move' }),
    shows: '新的住址',
    after: async (page) => {
      await tap('搬过去')(page)
      await page.getByRole('radio', { name: '更早' }).click()
    },
  },
  {
    ...elder,
    title: 'of the mother, death',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'death' }),
    shows: '怎么知道的',
    after: async (page) => {
      await page.getByRole('textbox', { name: '年' }).fill('20261120')
      await page.getByRole('checkbox', { name: '家人来说的' }).click()
      await tap('记下来')(page)
    },
  },
]
