import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expectIntegrity } from '../cloud/integrity'
import { addressOf, aTown, settled, type Town } from './a-town'
import { check, chooseLunch, pick, sees, tap, type } from './fingers'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
beforeEach(() => town.restart())
afterEach(() => expectIntegrity(town))
afterAll(() => town.close())

const MOTHER = 'e-wang-xiuying'
const CARD = '80010001'

const CANNOT = '这件事您现在不能办。替老人办的，请老人再同意一次；在这里工作的，请问站长或者街道。'
const NOT_HERS = '现在看不了这位老人的资料'

describe('a relative', () => {
  it('asks with the card, is let in by the elder, books, is read about, and is stopped with one tap', async () => {
    const relative = await town.phone('o-guest')
    await askByCard(relative)

    const mother = await town.phone('o-wang-xiuying')
    await tap(mother, /^女儿李静想替您办事/)
    await tap(mother, '同意李静')
    await mother.getByRole('button', { name: '不再让李静办' }).waitFor()
    expect(await town.stored('relations')).toContainEqual(
      expect.objectContaining({ elderId: MOTHER, name: '李静', state: 'granted', scopes: ['view', 'order'] }),
    )

    await open(relative, 'o-guest', 'pages/home')
    await sees(relative, '妈妈 王秀英')
    await chooseLunch(relative)
    await tap(relative, /^确认预订/)
    await sees(relative, '交给驿站了，还没确认')
    await tap(relative, '回首页')
    await chooseLunch(relative, { day: /^周一/, set: /家常豆腐套餐/ })

    expect(await linesOf(mother, '今天 11月21日 周六')).toEqual([
      '女儿李静 为您订了明天的午餐。8:00',
      '您同意李静代办。8:00',
      '女儿李静 想替您办事，问同不同意。8:00',
    ])

    await open(mother, 'o-wang-xiuying', 'pages/me')
    await tap(mother, /^谁能替我办/)
    await tap(mother, '不再让李静办')
    await sees(mother, /从现在起，李静不能再看您订了什么、谁来过，不能再替您订餐、请人上门/)
    await tap(mother, '确定')
    await sees(mother, '以前办过，不再让办了')

    await tap(relative, /^确认预订/)
    await sees(relative, CANNOT)
    town.emulator.clock.set(new Date('2026-11-25T00:00:00Z'))
    expect(await linesOf(mother, '11月21日 周六')).toContain('女儿李静 为您订了11月22日的午餐。8:00')
    await open(relative, 'o-guest', `packages/family/file?elderId=${MOTHER}`)
    await sees(relative, NOT_HERS)
    expect(await relative.locator('body').textContent()).not.toContain('王秀英')
    expect(await town.stored('mealOrders')).toMatchObject([{ elderId: MOTHER, placedBy: { name: '李静' } }])
  })

  it('never sees the page of another elder instead of hers who stopped them', async () => {
    await town.act('o-zhang-jing', 'people.revoke', {
      memberId: await relationOf('e-liu-guilan', '陈建国'),
      paper: { how: 'spoken', form: '不用他帮我办了', witness: '林芳' },
    })
    for (const page of ['circle', 'file', 'log', 'card', 'privacy']) {
      const husband = await town.phone('o-chen-jianguo', `packages/family/${page}?elderId=e-liu-guilan`)
      await sees(husband, NOT_HERS)
      expect(await husband.locator('body').textContent()).not.toMatch(/陈建国|刘桂兰/)
    }
  })

  it('is let in on paper at the counter where the elder has no phone, and books', async () => {
    const clerk = await town.phone('o-zhang-jing', 'pages/me')
    await tap(clerk, /^想代办的家人/)
    await tap(clerk, '同意女儿刘洋替高*英办')
    await tap(clerk, '记下，现在就能办')
    await sees(clerk, '照着签字单上的编号填。')
    await sees(clerk, '写上在场那一位的名字。')
    await type(clerk, '签字单的编号', '代办委托书 118')
    await type(clerk, '还有谁在场', '林芳')
    await tap(clerk, '记下，现在就能办')
    await sees(clerk, '女儿刘洋现在能替高*英办了。')
    await clerk.getByRole('button', { name: '同意女儿刘洋替高*英办' }).waitFor({ state: 'hidden' })
    expect(await town.stored('relations')).toContainEqual(
      expect.objectContaining({ elderId: 'e-gao-cuiying', name: '刘洋', state: 'granted' }),
    )
    expect(await town.stored('consents')).toContainEqual(
      expect.objectContaining({ elderId: 'e-gao-cuiying', form: '代办委托书 118', witness: '林芳' }),
    )

    const daughter = await town.phone('o-liu-yang')
    await sees(daughter, '妈妈 高翠英')
    await chooseLunch(daughter, { day: /^周一/, set: /家常豆腐套餐/ })
    await tap(daughter, /^确认预订/)
    await sees(daughter, '交给驿站了，还没确认')
    expect(await town.stored('mealOrders')).toMatchObject([
      { elderId: 'e-gao-cuiying', placedBy: { name: '刘洋' } },
    ])
  })
})

describe('a clerk at the counter', () => {
  it('registers an elder with six taps and five boxes, is shown the wrong number, and is offered who is there already', async () => {
    const clerk = await town.phone('o-zhang-jing')
    const hand = counting(clerk)
    await hand.tap(/^登记老人/)
    await writeWho(hand, '349900194411120020')
    await writeWhere(hand, '登记表 201')
    await hand.tap('登记好，给老人一张卡')
    await sees(clerk, '有一位抄错了。请照着身份证一位一位对一遍。')
    expect(await clerk.getByRole('textbox', { name: '名字' }).inputValue()).toBe('周桂兰')

    await type(clerk, /^身份证号/, '349900194411120028')
    await tap(clerk, '下一步：住在哪里')
    expect(await clerk.getByRole('textbox', { name: '小区或楼' }).inputValue()).toBe('石榴苑 3 号楼')
    expect(await clerk.getByRole('textbox', { name: '签字单的编号' }).inputValue()).toBe('登记表 201')
    await tap(clerk, '登记好，给老人一张卡')
    await sees(clerk, '周桂兰登记好了')
    expect(hand.count()).toEqual({ taps: 6, boxes: 5 })
    const [elder] = (await town.stored('elders')).filter(({ name }) => name === '周桂兰')
    const code = elder?.code ?? ''
    await clerk.getByRole('img', { name: `卡号 ${code.split('').join(' ')}` }).waitFor()
    await tap(clerk, /^打印或者存下这张卡/)
    await sees(clerk, '出示这张卡，工作人员就能帮您办事')

    const again = counting(
      await town.phone('o-zhang-jing', 'packages/staff/register?stationId=st-changjiang'),
    )
    await writeWho(again, '349900194411120028')
    await writeWhere(again, '登记表 202')
    await again.tap('登记好，给老人一张卡')
    await sees(again.phone, '这个身份证号已经登记过了，不用再登一次。')
    await again.tap('打开这位老人')
    await sees(again.phone, /周桂兰 · 82 岁/)
    expect((await town.stored('elders')).filter(({ name }) => name === '周桂兰')).toHaveLength(1)
  })
})

describe('a volunteer', () => {
  it('is invited, accepts, is let to work step by step, and is stopped at once', async () => {
    const supervisor = await town.phone('o-sun-hui')
    await tap(supervisor, /^人员/)
    await tap(supervisor, '高新区')
    await tap(supervisor, '邀请一位')
    await pick(supervisor, '志愿者')
    await tap(supervisor, '给一个邀请码')
    const drawn = await supervisor.getByRole('img', { name: /^邀请码/ }).getAttribute('aria-label')
    const code = (drawn ?? '').replace(/\D/g, '')
    await sees(supervisor, /再点“我有邀请码”/)

    const volunteer = await town.phone('o-guest')
    await tap(volunteer, '我有邀请码')
    await type(volunteer, '邀请码', code)
    await tap(volunteer, '看看请我做什么')
    await sees(volunteer, '高新区请您来做事')
    await type(volunteer, '您叫什么名字？', '马晓东')
    await tap(volunteer, '接受邀请')
    await sees(volunteer, '高新区志愿者，您接受了')
    await tap(volunteer, '到“我的”看看')
    await sees(volunteer, '已接受，等审核')

    await open(supervisor, 'o-sun-hui', 'packages/staff/team?orgId=gaoxin')
    await tap(supervisor, /^马晓东/)
    await tap(supervisor, '审核通过')
    await tap(supervisor, '培训完成')
    await tap(supervisor, '可以上岗')
    await supervisor.getByRole('button', { name: '停用', exact: true }).waitFor()

    await askForVisit('o-wang-xiuying', MOTHER)
    await askForVisit('o-chen-jianguo', 'e-chen-jianguo')
    await open(volunteer, 'o-guest', 'pages/home')
    await tap(volunteer, /^去敲门/)
    await tap(volunteer, '我去，王奶奶')
    await volunteer.getByRole('button', { name: '我到了' }).waitFor()

    await tap(supervisor, '停用')
    await sees(supervisor, /马晓东从现在起马上不能接活/)
    await check(supervisor, '正在查一件事')
    await tap(supervisor, '现在就停用')
    await supervisor.getByRole('button', { name: '恢复上岗' }).waitFor()
    await tap(volunteer, '我去，陈爷爷')
    await sees(volunteer, /这件事您现在不能/)
    expect(await town.stored('visits')).toContainEqual(
      expect.objectContaining({ elderId: 'e-chen-jianguo', state: 'open' }),
    )
    await open(volunteer, 'o-guest', 'pages/me')
    await sees(volunteer, '先停一停')
    await open(volunteer, 'o-guest', 'packages/helper/visits')
    await sees(volunteer, '这里是上门看望的人用的')
    expect(await volunteer.locator('body').textContent()).not.toContain('王奶奶')
  })
})

describe('an elder', () => {
  it('takes back a consent, keeps a copy, and ends her registration', async () => {
    const mother = await town.phone('o-wang-xiuying', 'pages/me')
    await tap(mother, /^我的资料/)
    await sees(mother, '虾')
    await open(mother, 'o-wang-xiuying', 'pages/me')
    await tap(mother, /^我的信息和同意/)
    await tap(mother, '不再同意，身体和饮食')
    await sees(mother, '忌口、过敏、能力等级会马上删掉。')
    await tap(mother, '不同意，删掉')
    await mother.getByRole('button', { name: '同意，身体和饮食', exact: true }).waitFor()
    await open(mother, 'o-wang-xiuying', 'packages/family/file')
    await sees(mother, '还没有同意填这些，所以是空的。')
    expect(await mother.locator('body').textContent()).not.toContain('虾')

    await open(mother, 'o-wang-xiuying', 'packages/family/privacy')
    await tap(mother, /^看一份我的全部资料/)
    await tap(mother, '打开看看')
    await sees(mother, '王秀英的全部资料')
    await sees(mother, CARD)
    const [copy] = await Promise.all([mother.waitForEvent('download'), tap(mother, '存成文件')])
    expect(copy.suggestedFilename()).toBe('王秀英的全部资料 2026-11-21.html')
    expect(await text(await copy.createReadStream())).toContain(CARD)
    await sees(mother, /存好了/)

    await tap(mother, '返回')
    await tap(mother, /^注销我的登记/)
    await sees(mother, '王秀英的资料会马上删掉，找不回来。')
    await check(mother, '我知道找不回来')
    await tap(mother, '确定注销')
    await sees(mother, '登记已经注销')
    await sees(mother, '补贴是公家的钱，要能对账。')
    await tap(mother, '回首页')
    await sees(mother, '在手机上登记')
    await open(mother, 'o-wang-xiuying', 'pages/me')
    await sees(mother, '您还没有登记')
    expect(await mother.locator('body').textContent()).not.toContain('王秀英')
    expect(JSON.stringify(await town.stored('elders'))).not.toContain('王秀英')
  })
})

/** As somebody who has never been here before. */
async function askByCard(phone: Page): Promise<void> {
  await tap(phone, '我的')
  await tap(phone, /^替家人办/)
  await type(phone, '老人服务卡上的码', CARD)
  await tap(phone, '下一步')
  await pick(phone, '女儿')
  await type(phone, '您叫什么名字？', '李静')
  await tap(phone, '下一步')
  await tap(phone, '好了，请老人同意')
  await sees(phone, '等王*英同意')
}

/** Goes there afresh, as from the street or a message. */
async function open(phone: Page, openid: string, route: string): Promise<void> {
  await phone.goto('about:blank')
  await phone.goto(addressOf(town.url, openid, route))
  await settled(phone)
}

/** What an elder reads of one day in 谁为我办了什么. */
async function linesOf(phone: Page, day: string): Promise<string[]> {
  await open(phone, 'o-wang-xiuying', 'pages/me')
  await tap(phone, /^谁为我办了什么/)
  const list = phone.getByRole('list', { name: day })
  await list.waitFor()
  return list.getByRole('listitem').allTextContents()
}

async function relationOf(elderId: string, name: string): Promise<string> {
  const relations = await town.stored('relations')
  return relations.find((one) => one.elderId === elderId && one.name === name)?.id ?? ''
}

async function askForVisit(openid: string, elderId: string): Promise<void> {
  await town.act(openid, 'visits.request', { elderId, urgency: 'urgent', reason: '灯泡坏了', when: 'now' })
}

interface Hand {
  phone: Page
  tap(name: string | RegExp): Promise<void>
  pick(name: string): Promise<void>
  check(name: string): Promise<void>
  type(box: string | RegExp, text: string): Promise<void>
  count(): { taps: number; boxes: number }
}

/** A hand that counts what it does. */
function counting(phone: Page): Hand {
  const count = { taps: 0, boxes: 0 }
  const tapped = <T>(done: Promise<T>) => {
    count.taps += 1
    return done
  }
  return {
    phone,
    tap: (name) => tapped(tap(phone, name)),
    pick: (name) => tapped(pick(phone, name)),
    check: (name) => tapped(check(phone, name)),
    type: (box, text) => {
      count.boxes += 1
      return type(phone, box, text)
    },
    count: () => count,
  }
}

async function writeWho(hand: Hand, idNumber: string): Promise<void> {
  await hand.type('名字', '周桂兰')
  await hand.type(/^身份证号/, idNumber)
  await hand.pick('没有电话')
  await hand.tap('下一步：住在哪里')
}

async function writeWhere(hand: Hand, form: string): Promise<void> {
  await hand.type('小区或楼', '石榴苑 3 号楼')
  await hand.pick('一个人住')
  await hand.check('登记和办事')
  await hand.type('签字单的编号', form)
  await hand.type('还有谁在场', '林芳')
}
