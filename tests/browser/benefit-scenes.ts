import type { Page } from 'playwright-core'
import { givePhoto } from './applications'
import { MOTHER, STATION } from './full-day'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

const firstPhoto = async (page: Page) => {
  await tap('找好了，去拍照')(page)
  await givePhoto(page, '拍照')
  await page.getByRole('button', { name: '看大图' }).first().waitFor()
}
const lastLook = async (page: Page) => {
  await firstPhoto(page)
  await tap('下一步')(page)
  await tap('现在没有，先空着')(page)
}

/** Holds nothing that he could apply for. */
const APPLICANT = 'e-chen-jianguo'

const apply: Scene = {
  page: 'packages/benefits/apply',
  title: 'at first',
  as: 'o-chen-jianguo',
  params: () => ({ elderId: APPLICANT, category: 'extremePoverty' }),
  shows: '先把这几样找出来',
}
const atCounter = { stationId: STATION }
const application = { page: 'packages/benefits/application', as: 'o-li-min' }

const mine: Scene = {
  page: 'packages/benefits/mine',
  title: 'of the elder',
  as: 'o-wang-xiuying',
  shows: '您能享受什么',
}
const pick = (page: Page, name: string) => page.getByRole('radio', { name }).first().click()
const ask: Scene = { page: 'packages/benefits/ask', title: 'how old', as: 'o-guest', shows: '今年多大岁数？' }
const withAge = async (page: Page) => {
  await page.getByRole('textbox').fill('1944')
  await tap('下一步')(page)
}
const withHukou = async (page: Page) => {
  await withAge(page)
  await pick(page, '本市别的区')
  await tap('下一步')(page)
}
const withLiving = async (page: Page) => {
  await withHukou(page)
  await pick(page, '一个人住')
  await tap('下一步')(page)
  await page.getByRole('checkbox').first().waitFor()
}
const withCategories = async (page: Page) => {
  await withLiving(page)
  await page.getByRole('checkbox').first().click()
  await tap('下一步')(page)
}

/** What somebody has a right to: asked without a name, and known. */
const rightScenes: Scene[] = [
  ask,
  { ...ask, title: 'where the household is registered', after: withAge },
  { ...ask, title: 'with whom', after: withHukou },
  { ...ask, title: 'which categories', after: withLiving },
  { ...ask, title: 'how able', after: withCategories },
  {
    ...ask,
    title: 'with everything that came out',
    after: async (page) => {
      await withCategories(page)
      await tap('不答这一题，看结果')(page)
      await page.getByText('按您说的情况看').waitFor()
      const others = page.getByRole('button', { name: '现在还不能的' })
      if (await others.count()) await others.click()
    },
  },
  mine,
  {
    ...mine,
    title: 'of the mother',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '妈妈能享受什么',
  },
  { ...mine, title: 'of nobody', as: 'o-guest', shows: '先答几个问题' },
]

/** Applying for a category with photos of papers, and how far it is. */
export const benefitScenes: Scene[] = [
  ...rightScenes,
  apply,
  { ...apply, title: 'without a photo', after: tap('找好了，去拍照') },
  { ...apply, title: 'with a photo', after: firstPhoto },
  {
    ...apply,
    title: 'with a large photo',
    after: async (page) => {
      await firstPhoto(page)
      await tap('身份证，点一下看大图')(page)
    },
  },
  { ...apply, title: 'before it is sent', after: lastLook },
  {
    ...apply,
    title: 'while the storage is away',
    after: async (page) => {
      await lastLook(page)
      await page.route('**/storage/**', (route) => route.abort())
      await tap('都对，发出去')(page)
      await page.getByText('照片没有传上去').waitFor()
    },
  },
  {
    ...apply,
    title: 'at the counter',
    as: 'o-zhang-jing',
    isDense: true,
    params: () => ({ elderId: APPLICANT, category: 'extremePoverty', ...atCounter }),
    after: lastLook,
  },
  {
    ...apply,
    title: 'of what she holds already',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER, category: 'extremePoverty' }),
    shows: '已经认定过了，不用再申请',
  },
  {
    ...apply,
    title: 'of what is under way',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER, category: 'basicCareRecipient' }),
    shows: '已经交上去了，正在办',
  },
  { ...apply, title: 'of nothing', params: () => ({ elderId: MOTHER }), shows: '先看看能申请什么' },
  ...(['submitted', 'overdue', 'inReview', 'returned', 'approved', 'refused', 'withdrawn'] as const).map(
    (state): Scene => ({
      ...application,
      title: `that is ${state}`,
      params: ({ applications }) => ({ applicationId: applications[state] }),
      shows: '谁交的',
    }),
  ),
  {
    ...application,
    title: 'about to be taken back',
    params: ({ applications }) => ({ applicationId: applications.submitted }),
    shows: '谁交的',
    after: tap('不申请了，撤回来'),
  },
  {
    ...application,
    title: 'at the counter',
    as: 'o-zhang-jing',
    isDense: true,
    params: ({ applications }) => ({ applicationId: applications.returned, ...atCounter }),
    shows: '补材料，再交一次',
  },
  {
    page: 'packages/staff/elder',
    title: 'of the applicant, apply',
    as: 'o-zhang-jing',
    params: () => ({ ...atCounter, elderId: APPLICANT, part: 'apply' }),
    shows: '还能申请',
  },
]
