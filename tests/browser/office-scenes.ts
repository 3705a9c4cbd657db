import type { Page } from 'playwright-core'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
const pick = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()

const reviews = { page: 'packages/office/reviews', as: 'o-zhou-lin' }
const review: Scene = {
  page: 'packages/office/review',
  title: 'that nobody looks at',
  as: 'o-zhou-lin',
  params: ({ applications }) => ({ applicationId: applications.submitted }),
  shows: '开始看',
}
const mine = {
  ...review,
  params: ({ applications }) => ({ applicationId: applications.inReview }),
  shows: '怎么答复？',
} satisfies Scene

/** Looking at applications and deciding on them. */
export const officeScenes: Scene[] = [
  { ...reviews, title: 'that wait', shows: '过期 3 天' },
  {
    ...reviews,
    title: 'that are done',
    shows: '过期 3 天',
    after: async (page) => {
      await pick(page, '办完')
      await page.getByText('答复的').first().waitFor()
    },
  },
  { ...reviews, title: 'for a clerk', as: 'o-zhang-jing', shows: '这里是街道和区里用的' },
  review,
  {
    ...mine,
    title: 'with its photos',
    after: async (page) => {
      await tap('打开 2 张照片')(page)
      await page.getByRole('button', { name: '看大图' }).first().waitFor()
      await pick(page, '同意')
      await pick(page, '自己填')
    },
  },
  {
    ...mine,
    title: 'about to be approved',
    after: async (page) => {
      await pick(page, '同意')
      await tap('同意，下一步')(page)
    },
  },
  {
    ...mine,
    title: 'about to be sent back',
    after: async (page) => {
      await pick(page, '退回')
      await page.getByRole('checkbox', { name: '户口本本人那一页' }).click()
      await page.getByRole('checkbox', { name: '社区开的证明' }).click()
      await tap('退回，下一步')(page)
    },
  },
  {
    ...mine,
    title: 'to be sent back with nothing',
    after: async (page) => {
      await pick(page, '退回')
      await tap('退回，下一步')(page)
    },
  },
  {
    ...mine,
    title: 'to be refused without a reason',
    after: async (page) => {
      await pick(page, '不同意')
      await tap('不同意，下一步')(page)
    },
  },
  {
    ...review,
    title: 'that was refused',
    params: ({ applications }) => ({ applicationId: applications.refused }),
    shows: '回到申请列表',
  },
  { ...mine, title: 'that a colleague looks at', as: 'o-sun-hui', shows: '不用再看' },
]
