import type { Page } from 'playwright-core'
import { MOTHER, STATION } from './full-day'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
/** Asks a question over the page and says yes while nothing can be reached. */
const inVain = (question: string) => async (page: Page) => {
  await tap(question)(page)
  await page.route('**/cloud/*', (route) => route.abort())
  await page.locator('.sheet-action [role=button]').click()
  await page.getByRole('dialog').getByText('没有连上').waitFor()
}
const atStation = () => ({ stationId: STATION })

const queue: Scene = {
  page: 'packages/staff/queue',
  title: 'and a cancellation',
  as: 'o-zhang-jing',
  params: atStation,
  shows: '厨房一共做',
  after: async (page) => {
    await page.getByRole('radio', { name: '午餐' }).click()
    await page.getByRole('radio', { name: '已确认' }).click()
    await page.locator('.queue-row-words').first().click()
    await tap('取消')(page)
  },
}
const elder: Scene = {
  page: 'packages/staff/elder',
  title: 'whose card is replaced',
  as: 'o-zhang-jing',
  params: () => ({ ...atStation(), elderId: MOTHER, part: 'card' }),
  shows: '卡丢了，换一张',
  after: tap('卡丢了，换一张'),
}
const team: Scene = {
  page: 'packages/staff/team',
  title: 'and somebody about to leave',
  as: 'o-lin-fang',
  shows: '邀请一位',
  after: async (page) => {
    await tap('冯娟')(page)
    await tap('不在这里干了')(page)
  },
}

/** Questions over a page that no other scene asks. */
export const sheetScenes: Scene[] = [
  queue,
  elder,
  {
    ...elder,
    title: 'who takes a consent back',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'consents' }),
    shows: '记下收回',
    after: tap('记下收回'),
  },
  {
    ...elder,
    title: 'who lets somebody no longer',
    params: () => ({ ...atStation(), elderId: MOTHER, part: 'circle' }),
    shows: '现在能办',
    after: tap('收回：'),
  },
  team,
  {
    ...team,
    title: 'and somebody about to be stopped',
    after: async (page) => {
      await tap('冯娟')(page)
      await tap('停用')(page)
    },
  },
  {
    page: 'packages/family/privacy',
    title: 'and the consent that cannot go alone',
    as: 'o-wang-xiuying',
    shows: '登记和办事',
    after: tap('不再同意，身份类别和补贴'),
  },
  {
    page: 'packages/family/privacy',
    title: 'and a daughter about to be forgotten',
    as: 'o-li-min',
    shows: '自己能决定',
    after: tap('忘掉我'),
  },
  {
    page: 'pages/me',
    title: 'and a daughter about to leave',
    as: 'o-li-min',
    shows: '妈妈的资料',
    after: tap('不再替妈妈办'),
  },
  {
    page: 'pages/me',
    title: 'and a daughter who could not leave',
    as: 'o-li-min',
    shows: '妈妈的资料',
    after: inVain('不再替妈妈办'),
  },
  {
    page: 'packages/family/card',
    title: 'that could not be replaced',
    as: 'o-wang-xiuying',
    shows: '您的服务卡',
    after: inVain('卡丢了，换一张'),
  },
  {
    page: 'pages/booked',
    title: 'that could not be cancelled',
    as: 'o-li-min',
    params: ({ placed }) => ({ orderId: placed }),
    shows: '取消这一餐',
    after: inVain('取消这一餐'),
  },
]
