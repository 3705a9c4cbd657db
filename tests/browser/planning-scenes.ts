import type { Page } from 'playwright-core'
import type { Scene } from './scene'

const tap = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Pages of those who plan what is served. */
export const planningScenes: Scene[] = [
  { page: 'packages/planning/misfits', title: 'of a morning', as: 'o-lin-fang', shows: /份订餐对不上$/ },
  {
    page: 'packages/planning/misfits',
    title: 'and one that is cancelled',
    as: 'o-lin-fang',
    shows: /份订餐对不上$/,
    after: tap(/^取消这一餐/),
  },
  { page: 'packages/planning/plans', title: 'of a station', as: 'o-lin-fang', shows: '公布到' },
  {
    page: 'packages/planning/plans',
    title: 'to be written',
    as: 'o-lin-fang',
    shows: '公布到',
    after: async (page) => {
      await tap(/^写一份新的/)(page)
      await tap('先看看会怎么样')(page)
    },
  },
  { page: 'packages/planning/closures', title: 'of a station', as: 'o-lin-fang', shows: '加不开门的日子' },
  {
    page: 'packages/planning/closures',
    title: 'to be written',
    as: 'o-lin-fang',
    shows: '加不开门的日子',
    after: async (page) => {
      await tap('加不开门的日子')(page)
      await tap('先看看谁订了')(page)
    },
  },
]
