import type { Page } from 'playwright-core'
import { TODAY, TOMORROW } from '../domain/builders'
import { benefitScenes } from './benefit-scenes'
import { sees } from './fingers'
import { CHANGED, MOTHER, STATION, UNMARKED } from './full-day'
import { joiningScenes } from './joining-scenes'
import { kitchenScenes } from './kitchen-scenes'
import { officeScenes } from './office-scenes'
import { planningScenes } from './planning-scenes'
import type { Scene } from './scene'
import { settlingScenes } from './settling-scenes'
import { sheetScenes } from './sheet-scenes'
import { stationScenes } from './station-scenes'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
/** In the morning breakfast is open: most orders are for lunch. */
const atLunch = async (page: Page) => {
  await page.getByRole('radio', { name: '午餐' }).click()
  await page.getByRole('button', { name: '全部确认' }).waitFor()
}
const atStation = () => ({ stationId: STATION })
const today = { sittingId: `${STATION}_${TODAY}_lunch`, setId: 'sixi-wanzi', mode: 'dineIn' }
const booked = { sittingId: `${STATION}_${TOMORROW}_lunch`, setId: 'su-shijin', mode: 'dineIn' }

export const scenes: Scene[] = [
  { page: 'pages/home', title: 'of the elder', as: 'o-wang-xiuying', shows: '附近驿站' },
  { page: 'pages/home', title: 'of the daughter', as: 'o-li-min', shows: '附近驿站' },
  { page: 'pages/home', title: 'of a couple', as: 'o-chen-jianguo', shows: '附近驿站' },
  { page: 'pages/home', title: 'of a clerk', as: 'o-zhang-jing', shows: '附近驿站' },
  { page: 'pages/home', title: 'of a manager', as: 'o-lin-fang', shows: /份订餐对不上了$/ },
  { page: 'pages/home', title: 'of a cook', as: 'o-tao-rong', shows: '菜单' },
  { page: 'pages/home', title: 'of a guest', as: 'o-guest', shows: '附近驿站' },
  { page: 'pages/bookings', title: 'of a month', as: 'o-li-min', shows: '再看更多' },
  { page: 'pages/bookings', title: 'without any', as: 'o-chen-jianguo', shows: '还没有预约' },
  { page: 'pages/me', title: 'of a couple', as: 'o-chen-jianguo', shows: '字的大小' },
  { page: 'pages/me', title: 'of an elder who is asked', as: 'o-wang-xiuying', shows: '谁能替我办' },
  { page: 'pages/me', title: 'of a daughter', as: 'o-li-min', shows: '妈妈的资料' },
  { page: 'pages/me', title: 'of somebody who waits', as: 'o-chen-hao', shows: '办到哪一步了' },
  {
    page: 'pages/me',
    title: 'of somebody who looks at what they wait for',
    as: 'o-chen-hao',
    shows: '办到哪一步了',
    after: async (page) => {
      await page
        .getByRole('button', { name: /等老人同意/ })
        .first()
        .click()
      await page.getByText('不办了，收回').waitFor()
    },
  },
  { page: 'pages/me', title: 'of a clerk', as: 'o-zhang-jing', shows: '我的工作' },
  { page: 'pages/me', title: 'of a guest', as: 'o-guest', shows: '您还没有登记' },
  {
    page: 'pages/stations',
    title: 'near her mother',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '长江路社区养老驿站',
  },
  {
    page: 'pages/stations',
    title: 'for a home that nobody has marked',
    as: 'o-chen-jianguo',
    params: () => ({ elderId: UNMARKED }),
    shows: '去标出来',
  },
  { page: 'pages/stations', title: 'near a guest', as: 'o-guest', shows: '长江路社区养老驿站' },
  {
    page: 'pages/stations',
    title: 'further away',
    as: 'o-guest',
    shows: '长江路社区养老驿站',
    after: tap('再看远一些的'),
  },
  {
    page: 'pages/stations',
    title: 'by name',
    as: 'o-guest',
    shows: '长江路社区养老驿站',
    after: async (page) => {
      await page.getByRole('textbox', { name: '按名字找' }).fill('石榴')
      await page.getByRole('button', { name: /石榴/ }).waitFor()
    },
  },
  {
    page: 'pages/station',
    title: 'with all services',
    as: 'o-li-min',
    params: () => ({ stationId: 'cc-changjiang', way: '从妈妈家走 12 分钟' }),
    shows: '什么时候开',
  },
  {
    page: 'pages/station',
    title: 'that is small and closed',
    as: 'o-guest',
    params: () => ({ stationId: 'pt-shiliu' }),
    shows: '什么时候开',
  },
  {
    page: 'pages/meal',
    title: 'for her mother',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '下一步：看价钱',
    after: tap('看后面几天'),
  },
  {
    page: 'pages/meal',
    title: 'for one of a couple',
    as: 'o-chen-jianguo',
    shows: '下一步：看价钱',
    after: (page) => page.getByRole('radio', { name: '明天' }).click(),
  },
  {
    page: 'pages/meal',
    title: 'at another station',
    as: 'o-li-min',
    shows: '下一步：看价钱',
    after: tap('换一家驿站'),
  },
  {
    page: 'pages/meal',
    title: 'with what she is allergic to',
    as: 'o-wang-xiuying',
    shows: '没有标的不等于没有',
    after: async (page) => {
      await page.getByRole('radio', { name: '周一' }).click()
      await page.getByRole('radio', { name: '晚餐' }).click()
      await page.getByText('三鲜馄饨里有虾蟹，您对虾过敏。').waitFor()
    },
  },
  { page: 'pages/meal', title: 'for a guest', as: 'o-guest', shows: '去登记' },
  {
    page: 'pages/meal',
    title: 'of which nothing is left',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '下一步：看价钱',
    after: async (page) => {
      await page.getByRole('radio', { name: '周二' }).click()
      await page.getByRole('radio', { name: '午餐' }).click()
      await sees(page, '周二的午餐已经订满了。')
      await page.getByRole('button', { name: /^换到/ }).waitFor()
    },
  },
  {
    page: 'pages/meal',
    title: 'with a set that is sold out',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '下一步：看价钱',
    after: async (page) => {
      await page.getByRole('button', { name: '看后面几天' }).click()
      await page.getByRole('radio', { name: '周三' }).click()
      await page.getByText('卖完了').first().waitFor()
    },
  },
  {
    page: 'pages/confirm',
    title: 'for her mother',
    as: 'o-li-min',
    params: () => ({ ...today, elderId: MOTHER }),
    shows: '请看一看，对不对？',
  },
  {
    page: 'pages/confirm',
    title: 'and why it costs that',
    as: 'o-li-min',
    params: () => ({ ...today, elderId: MOTHER }),
    shows: '请看一看，对不对？',
    after: tap('为什么是这个价'),
  },
  {
    page: 'pages/confirm',
    title: 'of what is booked already',
    as: 'o-li-min',
    params: () => ({ ...booked, elderId: MOTHER }),
    shows: '请看一看，对不对？',
    after: async (page) => {
      await tap('确认预订')(page)
      await page.getByText('看看订的那一份').waitFor()
    },
  },
  {
    page: 'pages/confirm',
    title: 'for somebody whose daughter one is not',
    as: 'o-li-min',
    params: () => ({ ...today, elderId: 'e-chen-jianguo' }),
    shows: '没有打开',
  },
  {
    page: 'pages/booked',
    title: 'that waits',
    as: 'o-li-min',
    params: ({ placed }) => ({ orderId: placed, shown: '1300' }),
    shows: '交给驿站了，还没确认',
  },
  {
    page: 'pages/booked',
    title: 'that is confirmed',
    as: 'o-wang-xiuying',
    params: ({ confirmed }) => ({ orderId: confirmed }),
    shows: '订好了，驿站确认了',
  },
  {
    page: 'pages/booked',
    title: 'of which nobody knows what is in it',
    as: 'o-wang-xiuying',
    params: ({ placed }) => ({ orderId: placed }),
    shows: '拌三丝里有什么，厨房还没有说。',
  },
  {
    page: 'pages/booked',
    title: 'and what else is on the menu, with what she is allergic to',
    as: 'o-wang-xiuying',
    params: ({ confirmed }) => ({ orderId: confirmed }),
    shows: '换一份，或者换吃法',
    after: async (page) => {
      await tap('换一份，或者换吃法')(page)
      await page.getByText('没有标的不等于没有').first().waitFor()
    },
  },
  {
    page: 'pages/booked',
    title: 'that was changed after it was confirmed',
    as: 'o-li-min',
    params: () => ({ orderId: CHANGED }),
    shows: '改成了',
  },
  {
    page: 'pages/booked',
    title: 'that was refused',
    as: 'o-li-min',
    params: ({ refused }) => ({ orderId: refused }),
    shows: '驿站没有接这一餐',
  },
  {
    page: 'pages/booked',
    title: 'about to be cancelled',
    as: 'o-li-min',
    params: ({ placed }) => ({ orderId: placed }),
    shows: '取消这一餐',
    after: tap('取消这一餐'),
  },
  {
    page: 'pages/booked',
    title: 'that is not there',
    as: 'o-li-min',
    params: () => ({ orderId: 'nothing' }),
    shows: '没有找到这一餐',
  },
  {
    page: 'pages/visit-request',
    title: 'on a later day',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '先选是什么事',
    after: async (page) => {
      await page.getByRole('radio', { name: '难事' }).click()
      await page.getByRole('checkbox', { name: '买药' }).click()
      await page.getByRole('radio', { name: '改天' }).click()
    },
  },
  {
    page: 'pages/visit-request',
    title: 'of something urgent',
    as: 'o-li-min',
    shows: '先选是什么事',
    after: async (page) => {
      await page.getByRole('radio', { name: /^急事/ }).click()
      await page.getByRole('button', { name: '现在就请人去' }).waitFor()
    },
  },
  { page: 'pages/visit-request', title: 'of a couple', as: 'o-chen-jianguo', shows: '先选是什么事' },
  { page: 'pages/visit-request', title: 'without consent', as: 'o-chen-hao', shows: '还没有同意' },
  { page: 'pages/visit-request', title: 'of a guest', as: 'o-guest', shows: '在手机上登记' },
  ...(['open', 'claimed', 'onSite', 'well', 'noAnswer', 'emergency', 'settled', 'cancelled'] as const).map(
    (state): Scene => ({
      page: 'pages/visit',
      title: `that is ${state}`,
      as: 'o-li-min',
      params: ({ visits }) => ({ visitId: visits[state] }),
      shows: '请人看妈妈',
    }),
  ),
  {
    page: 'pages/visit',
    title: 'with a long report',
    as: 'o-li-min',
    params: ({ needsFound }) => ({ visitId: needsFound, earlier: 'yes' }),
    shows: '请人看妈妈',
  },
  {
    page: 'pages/visit',
    title: 'about to be cancelled',
    as: 'o-li-min',
    params: ({ visits }) => ({ visitId: visits.claimed }),
    shows: '不用去了',
    after: tap('不用去了'),
  },
  {
    page: 'packages/staff/queue',
    title: 'of sixty',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: atLunch,
  },
  {
    page: 'packages/staff/queue',
    title: 'of the days to come',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await page.getByRole('radio', { name: /^以后/ }).click()
      await page.getByRole('radiogroup', { name: '选日子' }).waitFor()
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'and somebody of the other meal',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await atLunch(page)
      await page.getByRole('textbox', { name: '找人（名字或卡号）' }).fill('王')
      await page.getByText('别处也有').waitFor()
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'of what was confirmed',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await atLunch(page)
      await page.getByRole('radio', { name: '已确认' }).click()
      await page.getByText('确认以后换过菜和吃法').first().waitFor()
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'and a refusal',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await atLunch(page)
      await page.locator('.queue-row-words').first().click()
      await tap('不能接')(page)
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'about to confirm all',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await atLunch(page)
      await tap('全部确认')(page)
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'with one order whole',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '厨房一共做',
    after: async (page) => {
      await atLunch(page)
      await page.locator('.queue-row-words').first().click()
    },
  },
  {
    page: 'packages/staff/queue',
    title: 'of another station',
    as: 'o-he-wei',
    params: atStation,
    shows: '这里是驿站工作人员用的',
  },
  {
    page: 'packages/staff/book-for',
    title: 'at first',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先找到这位老人',
  },
  {
    page: 'packages/staff/book-for',
    title: 'with many found',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先找到这位老人',
    after: async (page) => {
      await page.getByRole('textbox', { name: '找老人' }).fill('陈')
      await page.getByText('陈建国').first().waitFor()
    },
  },
  {
    page: 'packages/staff/book-for',
    title: 'with a meal chosen',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先找到这位老人',
    after: async (page) => {
      await page.getByRole('textbox', { name: '找老人' }).fill('陈建国')
      await page.getByRole('button', { name: '陈建国' }).click()
      await page.getByRole('radio', { name: '明天' }).click()
      await page.getByRole('radio', { name: '红烧鱼套餐' }).click()
      await page.getByText('老人付').waitFor()
    },
  },
  {
    page: 'packages/staff/book-for',
    title: 'when it is booked',
    as: 'o-zhang-jing',
    params: atStation,
    shows: '先找到这位老人',
    after: async (page) => {
      await page.getByRole('textbox', { name: '找老人' }).fill('刘桂兰')
      await page.getByRole('button', { name: '刘桂兰' }).click()
      await page.getByRole('radio', { name: '明天' }).click()
      await page.getByRole('radio', { name: '红烧鱼套餐' }).click()
      await page.getByRole('button', { name: '订好，应付' }).click()
      await page.getByText('刘桂兰的午餐订好了').waitFor()
    },
  },
  ...stationScenes,
  ...kitchenScenes,
  ...planningScenes,
  ...settlingScenes,
  ...sheetScenes,
  ...benefitScenes,
  ...officeScenes,
  { page: 'packages/helper/visits', title: 'of a full district', as: 'o-zhao-qiang', shows: '要马上管的' },
  {
    page: 'packages/helper/visits',
    title: 'of a coordinator, with alarms and counts',
    as: 'o-zhou-lin',
    shows: '要马上管的',
  },
  {
    page: 'packages/helper/visits',
    title: 'of a coordinator, who is asked whether it is dealt with',
    as: 'o-zhou-lin',
    shows: '要马上管的',
    after: async (page) => {
      await page
        .getByRole('button', { name: /^办妥了/ })
        .first()
        .click()
      await page.getByRole('button', { name: '办妥了，不用再去' }).waitFor()
    },
  },
  {
    page: 'packages/helper/visits',
    title: 'of a coordinator, who is asked what was arranged and has not said it',
    as: 'o-zhou-lin',
    shows: '要马上管的',
    after: async (page) => {
      await page.getByRole('radio', { name: /^结果/ }).click()
      await page
        .getByRole('button', { name: /^安排好了/ })
        .first()
        .click()
      await page.getByRole('button', { name: '安排好了', exact: true }).click()
      await page.getByText('选一句，或者写一句怎么安排的。').waitFor()
    },
  },
  {
    page: 'packages/helper/visits',
    title: 'of a coordinator, who is under way',
    as: 'o-zhou-lin',
    shows: '要马上管的',
    after: async (page) => {
      await page.getByRole('radio', { name: /^有人去/ }).click()
      await page.getByText('还没有说到门口').first().waitFor()
    },
  },
  {
    page: 'packages/helper/visits',
    title: 'of a coordinator, a page further',
    as: 'o-zhou-lin',
    shows: '要马上管的',
    after: async (page) => {
      await page.getByRole('button', { name: /^再看更多/ }).click()
      await page.getByRole('button', { name: '后面还有，再看一些' }).click()
      await page.getByRole('button', { name: /^再看更多/ }).click()
    },
  },
  {
    page: 'packages/helper/visits',
    title: 'to be given back',
    as: 'o-zhao-qiang',
    shows: '我接下的',
    after: tap('去不了'),
  },
  {
    page: 'packages/helper/visits',
    title: 'with people to ring',
    as: 'o-zhao-qiang',
    shows: '我接下的',
    after: async (page) => {
      await page
        .getByRole('button', { name: /^打电话/ })
        .first()
        .click()
      await page.getByText(/^打给/).first().waitFor()
    },
  },
  {
    page: 'packages/helper/report',
    title: 'at first',
    as: 'o-zhao-qiang',
    params: ({ mine }) => ({ visitId: mine }),
    shows: '先选见到什么',
  },
  {
    page: 'packages/helper/report',
    title: 'of an emergency',
    as: 'o-zhao-qiang',
    params: ({ mine }) => ({ visitId: mine }),
    shows: '先选见到什么',
    after: async (page) => {
      await page.getByRole('radio', { name: '紧急' }).click()
      await page.getByRole('checkbox', { name: '摔倒了' }).click()
    },
  },
  {
    page: 'packages/helper/report',
    title: 'when it is sent',
    as: 'o-zhao-qiang',
    params: ({ alsoMine }) => ({ visitId: alsoMine }),
    shows: '先选见到什么',
    after: async (page) => {
      await page.getByRole('radio', { name: '紧急' }).click()
      await page.getByRole('radio', { name: '还没有打' }).click()
      await page.getByRole('button', { name: '写好了，交上去' }).click()
      await page.getByText('交上去了，谢谢您').waitFor()
    },
  },
  {
    page: 'packages/helper/report',
    title: 'of what is not one’s own',
    as: 'o-zhao-qiang',
    params: () => ({ visitId: 'nothing' }),
    shows: '这一次不在您手上',
  },
  ...joiningScenes,
  { page: 'packages/family/log', title: 'of a full day', as: 'o-wang-xiuying', shows: '女儿李敏 为您订了' },
  {
    page: 'packages/family/log',
    title: 'for a son who may not read it',
    as: 'o-chen-hao',
    shows: '还没有同意您看这些',
  },
  { page: 'packages/family/file', title: 'of herself', as: 'o-wang-xiuying', shows: '出事找谁' },
  {
    page: 'packages/family/file',
    title: 'with a home that nobody has marked',
    as: 'o-chen-jianguo',
    shows: '还没有标出来',
  },
  {
    page: 'packages/family/file',
    title: 'of her mother',
    as: 'o-li-min',
    params: () => ({ elderId: MOTHER }),
    shows: '出事找谁',
  },
  {
    page: 'packages/family/file',
    title: 'of somebody who let nobody in',
    as: 'o-li-min',
    params: () => ({ elderId: 'e-chen-jianguo' }),
    shows: '现在看不了这位老人的资料',
  },
  {
    page: 'packages/family/file',
    title: 'with a number to be seen',
    as: 'o-wang-xiuying',
    shows: '出事找谁',
    after: tap('看全部身份证号'),
  },
  ...(['改电话', '改住址', '改和谁住', '改忌口和过敏'] as const).map(
    (way): Scene => ({
      page: 'packages/family/file',
      title: `at ${way}`,
      as: 'o-wang-xiuying',
      shows: '出事找谁',
      after: tap(way),
    }),
  ),
  {
    page: 'packages/family/file',
    title: 'at a new contact',
    as: 'o-chen-jianguo',
    shows: '出事找谁',
    after: async (page) => {
      await page.getByRole('button', { name: /填上联系人|改联系人/ }).click()
      await tap('加一位')(page)
    },
  },
  { page: 'packages/family/card', title: 'of herself', as: 'o-wang-xiuying', shows: '您的服务卡' },
  {
    page: 'packages/family/card',
    title: 'about to be replaced',
    as: 'o-wang-xiuying',
    shows: '您的服务卡',
    after: tap('卡丢了，换一张'),
  },
  { page: 'packages/family/privacy', title: 'of herself', as: 'o-wang-xiuying', shows: '登记和办事' },
  {
    page: 'packages/family/privacy',
    title: 'and a consent about to be withdrawn',
    as: 'o-wang-xiuying',
    shows: '登记和办事',
    after: tap('不再同意，登记和办事'),
  },
  {
    page: 'packages/family/privacy',
    title: 'and a registration about to end',
    as: 'o-wang-xiuying',
    shows: '登记和办事',
    after: tap('注销我的登记'),
  },
  {
    page: 'packages/family/privacy',
    title: 'and all that is known',
    as: 'o-wang-xiuying',
    shows: '登记和办事',
    after: async (page) => {
      await tap('看一份我的全部资料')(page)
      await tap('打开看看')(page)
      await page.getByText('存成文件').waitFor()
    },
  },
  { page: 'packages/family/privacy', title: 'of a daughter', as: 'o-li-min', shows: '自己能决定' },
  { page: 'packages/family/privacy', title: 'of a guest', as: 'o-guest', shows: '没有您的资料' },
]
