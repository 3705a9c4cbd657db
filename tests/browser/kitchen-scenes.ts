import type { Page } from 'playwright-core'
import { givePhoto } from './applications'
import { sees as see } from './fingers'
import type { Scene } from './scene'

const tap = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Today is a Saturday: most of this week is over, and people have ordered what it offers today. */
const week: Scene = {
  page: 'packages/kitchen/menu',
  title: 'of a week that is out',
  as: 'o-tao-rong',
  shows: '这一周的菜单已经发了',
}

const written = (title: string, ...steps: ((page: Page) => Promise<unknown>)[]): Scene => ({
  ...week,
  title,
  after: async (page) => {
    for (const step of steps) await step(page)
  },
})
const pick = (name: string | RegExp) => (page: Page) => page.getByRole('radio', { name }).first().click()
const sees = (words: string | RegExp) => (page: Page) => see(page, words)
/** From now on nothing can be reached. */
const offline = (page: Page) => page.route('**/cloud/*', (route) => route.abort())
/** Of tomorrow, which the mother has ordered. */
const change = [pick(/22/), tap('只改这一天的，红烧鱼套餐'), sees(/人订了/)]

/** The menu of a kitchen as those who cook write it. */
export const kitchenScenes: Scene[] = [
  week,
  written('with a set that is sold out', tap(/^卖完了/), sees('又有了')),
  written('and who has ordered a set', ...change),
  written('and why it is changed', ...change, tap('改好了，写为什么改')),
  written('and a day without network', tap(/有哪几种套餐$/), offline, tap('存下这一天'), sees(/没有连上/)),
  written('with all its dishes', tap(/^菜和过敏/)),
  written('and a dish with much in it', tap(/^菜和过敏/), tap(/红烧鱼块/)),
  written('and a dish to be written', tap(/^菜和过敏/), tap('加一道菜'), pick('有'), tap('存下这道菜')),
  written(
    'and a photo of a dish',
    tap(/^菜和过敏/),
    tap(/红烧鱼块/),
    (page) => givePhoto(page, '拍一张，或者从相册选'),
    sees(/^微信还在看这张照片/),
  ),
  written(
    'and a photo that did not arrive',
    tap(/^菜和过敏/),
    tap(/红烧鱼块/),
    offline,
    (page) => givePhoto(page, '拍一张，或者从相册选'),
    sees(/别的写的都还在/),
  ),
  written('with all its sets', tap(/^套餐/)),
  written('and a set as it is', tap(/^套餐/), tap(/红烧鱼套餐/)),
  written('and a set to be written', tap(/^套餐/), tap('加一种套餐'), tap('存下这种套餐')),
  written('and a side to be chosen', tap(/^套餐/), tap('加一种套餐'), tap('加一道配菜')),
  written('that nobody has begun', pick('早餐'), sees('照抄上一周')),
  written('that misses something', pick('下一周'), pick('早餐'), sees('补上这些才能发')),
  {
    ...week,
    title: 'of a station without a kitchen of its own',
    as: 'o-lin-fang',
    shows: '这份菜单不归您写',
  },
]
