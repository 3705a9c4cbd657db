import type { Page } from 'playwright-core'
import visitTerms from '../../cloudfunctions/_policies/visits.json'
import type { EmergencyFromAfar } from '../../types/visits'
import { expectIntegrity } from '../cloud/integrity'
import { addressOf, aTown, settled, type Town } from './a-town'
import { aBusyMorning, SILENT, STALE } from './busy-morning'
import { pick, sees, tap, type } from './fingers'
import { MOTHER } from './full-day'
import { picture } from './measuring'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterEach(() => expectIntegrity(town))
afterAll(() => town.close())

/** Seven minutes to seven in the morning, in Shanghai: no station is open yet. */
const DAWN = new Date('2026-11-20T22:53:00Z')
const ADDRESS = '长江路 18 弄 3 号楼 402'
const DUTY = '高新区养老值班室（编的）'
const CLOSED = '长江路社区养老驿站现在没开门，今天 8:00 开门。'
const LATE = '过了时间，还没有人接下'

/** The five phones, open all morning. */
interface Street {
  mother: Page
  daughter: Page
  clerk: Page
  coordinator: Page
  helper: Page
}

it('hears a dizzy elder, and tells her daughter far away what is so, whatever else there is', async () => {
  town.emulator.clock.set(DAWN)
  await aBusyMorning(town, DAWN)
  const street: Street = {
    mother: await openedAt('o-wang-xiuying'),
    daughter: await openedAt('o-li-min'),
    clerk: await openedAt('o-zhang-jing'),
    coordinator: await openedAt('o-zhou-lin'),
    helper: await openedAt('o-zhao-qiang'),
  }
  await sheAsks(street.mother)
  await passes(street, 1)
  await everybodyKnows(street)
  await passes(street, visitTerms.dueWithin.urgent)
  await nobodyCame(street)
  await coordinatorRings(street.coordinator)
  await helperGoes(street.helper)
  await passes(street, 5)
  await emergencyIsFirst(street)
  await daughterDials(street.daughter)
  await helperWritesAgain(street.helper)
  await passes(street, 1)
  await itIsOver(street)
})

/** On her own phone; the page promises nothing but what is so. */
async function sheAsks(mother: Page): Promise<void> {
  await mother.getByRole('button', { name: /^请人上门看看/ }).click()
  await pick(mother, /^急事/)
  expect((await linesOn(mother))[0]).toBe('要救命，先打 120')
  await picture(mother, 'street-1-ask')
  await type(mother, /^怎么了/, '头晕')
  await tap(mother, '现在就请人去')
  await sees(mother, '等人接')
  await mother.getByRole('button', { name: '打电话找值班的人' }).waitFor()
  const lines = await linesOn(mother)
  expect(lines[0]).toBe('要救命，先打 120')
  expect(lines).toContain('附近的志愿者都能看到，今天 7:23 以前应该有人敲门。')
  expect(lines).toContain(`${CLOSED}这会儿由${DUTY}接电话。`)
  expect(lines.join()).not.toMatch(/通知|告诉|收到|接了/)
  await picture(mother, 'street-1-asked')
}

/** The red card is on every home, and the number on the tab. */
async function everybodyKnows({ clerk, coordinator, helper, daughter }: Street): Promise<void> {
  for (const phone of [clerk, coordinator]) {
    await sees(phone, '1 件急事还没办完')
    await reads(phone, [`${SILENT} 家敲了门没有人应`, '1 件急事还没办完', '敲门和结果'])
    expect(await numberOnTab(phone)).toBe(`${SILENT + 1}`)
  }
  await sees(helper, '1 件急事还没办完')
  await reads(helper, ['1 件急事还没办完', '去敲门'])
  expect(await numberOnTab(helper)).toBe('1')
  await sees(daughter, '急事，等人接')
  await reads(daughter, ['急事，等人接', '今天 7:23 以前应该有人敲门', '订餐'])
  expect(await numberOnTab(daughter)).toBe('1')
  await picture(clerk, 'street-2-home-of-clerk')
  await picture(helper, 'street-2-home-of-helper')
  await picture(daughter, 'street-2-home-of-daughter')
}

/** It is late: to her and her daughter, and before everything else on the coordinator's pages. */
async function nobodyCame({ mother, daughter, coordinator }: Street): Promise<void> {
  await sees(mother, '还没有人接')
  await reads(mother, [
    ...['要救命，先打 120', '还没有人接', '过了说好的时间。请打电话催一催。'],
    `${CLOSED}这会儿由${DUTY}接电话。`,
  ])
  await picture(mother, 'street-3-late')
  await sees(daughter, '急事还没有人接')
  const late = town.emulator.gateway.outbox.messages().filter(({ data }) => data.thing2?.value === LATE)
  expect(late.map(({ touser }) => touser)).toEqual(
    expect.arrayContaining(['o-zhou-lin', 'o-zhang-jing', 'o-wang-xiuying', 'o-li-min']),
  )

  await sees(coordinator, '1 件急事过了时间，还没有办完')
  await reads(coordinator, ['1 件急事过了时间，还没有办完', `${SILENT} 家敲了门没有人应`])
  await picture(coordinator, 'street-3-home-of-coordinator')
  await coordinator.getByRole('button', { name: /还没有办完/ }).click()
  await sees(coordinator, '要马上管的')
  await reads(coordinator, [
    ...[`等人 ${STALE + 1}`, `超时 ${STALE + 1}`, `结果 ${SILENT}`],
    ...['要马上管的', '急事 · 已过时间', `王秀英 · ${ADDRESS}`, '敲了门，没有人应', '再看更多'],
  ])
  await picture(coordinator, 'street-3-doors')
}

/** Who can be rung is shown without a number; the number comes at the tap, and is written down. */
async function coordinatorRings(coordinator: Page): Promise<void> {
  await tap(coordinator, '打电话，王秀英')
  await coordinator.getByRole('button', { name: /^打给女儿/ }).waitFor()
  await coordinator.getByRole('button', { name: `打给${DUTY}` }).waitFor()
  const sheet = coordinator.getByRole('dialog', { name: '为王秀英打电话' })
  expect(await sheet.textContent()).not.toMatch(/\d{4}/)
  expect(await rung()).toEqual([])
  await picture(coordinator, 'street-4-ring')
  expect(await dialled(coordinator, /^打给女儿/)).toBe('tel:000-00005201')
  expect(await rung()).toMatchObject([{ openid: 'o-zhou-lin', elderId: MOTHER, about: 'contacts' }])
  await tap(coordinator, '关上')
}

const rung = async () => (await town.stored('auditLog')).filter(({ action }) => action === 'visits.ring')

/** Before the two hundred doors nearby; nothing is sent until it is said whether 120 was rung. */
async function helperGoes(helper: Page): Promise<void> {
  await helper.getByRole('button', { name: /急事/ }).click()
  await sees(helper, '要马上管的')
  await reads(helper, ['要马上管的', '急事 · 已过时间', '王奶奶 · 长江路 18 弄 3 号楼', '还在等人的'])
  await picture(helper, 'street-5-doors')
  await tap(helper, '我去，王奶奶')
  await sees(helper, `王奶奶 · ${ADDRESS}`)
  await picture(helper, 'street-5-task')
  await tap(helper, '我到了')
  await helper.getByRole('button', { name: '我到了' }).waitFor({ state: 'hidden' })
  await tap(helper, '写结果')
  await pick(helper, /^紧急/)
  await type(helper, /^再写一句/, '倒在厨房，叫得醒')
  await sees(helper, '120 打了没有？')
  await helper.getByRole('button', { name: '先说 120 打了没有', disabled: true }).waitFor()
  expect(await town.stored('visits')).toContainEqual(
    expect.objectContaining({ elderId: MOTHER, state: 'onSite', report: null }),
  )
  await pick(helper, '还没有打')
  await picture(helper, 'street-5-report')
  await tap(helper, '写好了，交上去')
  await sees(helper, '交上去了，谢谢您')
  await reads(helper, ['要救命，先打 120', '现在就打 120。打完陪着老人，等救护车到。'])
  await picture(helper, 'street-5-sent')
}

async function emergencyIsFirst({ mother, daughter, clerk, coordinator }: Street): Promise<void> {
  await sees(mother, '您情况紧急')
  await reads(mother, ['要救命，先打 120', '您情况紧急', '今天 7:24，赵强写的。120 还没有打。'])
  await picture(mother, 'street-6-mother')
  await sees(clerk, '1 件情况紧急')
  await reads(clerk, ['1 件情况紧急', `${SILENT} 家敲了门没有人应`])
  await sees(coordinator, /^接下来：马上打电话给家人/)
  const wrote = '今天 7:24 赵强写：情况紧急。120 还没有打。倒在厨房，叫得醒'
  await reads(coordinator, ['要马上管的', '情况紧急', `王秀英 · ${ADDRESS}`, wrote, '敲了门，没有人应'])
  await picture(coordinator, 'street-6-doors')
  await sees(daughter, '妈妈情况紧急')
  await reads(daughter, ['妈妈情况紧急', '今天 7:24，赵强写的。120 还没有打。点开看怎么办', '订餐'])
  await picture(daughter, 'street-6-home-of-daughter')
}

/** While nobody has tried what to dial from her city, no button pretends; then she rings with the address before her. */
async function daughterDials(daughter: Page): Promise<void> {
  await daughter.getByRole('button', { name: /情况紧急/ }).click()
  await sees(daughter, /^在外地打 120，接的是您那边的急救，到不了妈妈那里。/)
  const [first] = await linesOn(daughter)
  expect(first).toBe('在妈妈身边：打 120')
  expect(await daughter.getByRole('button', { name: /^拨 / }).count()).toBe(0)
  await picture(daughter, 'street-6-visit-of-daughter')

  await somebodyTries({ digits: '000-120', triedBy: '周琳', on: '2026-11-01' })
  await daughter.clock.fastForward(31_000)
  await sees(daughter, /^外地这样拨，接的是妈妈那边的急救。周琳 2026年11月1日 试过。/)
  await reads(daughter, [
    ...['您要是在外地', '拨 000-120', `打通了就念地址：${ADDRESS}`],
    ...['妈妈情况紧急', '现在可以这样做', '倒在厨房，叫得醒'],
  ])
  expect(await dialled(daughter, '拨 000-120')).toBe('tel:000-120')
  await picture(daughter, 'street-6-from-afar')
}

async function somebodyTries(emergencyFromAfar: EmergencyFromAfar): Promise<void> {
  const change = { query: '{}', data: JSON.stringify({ $set: { emergencyFromAfar } }), merge: true }
  await town.emulator.engine.modify({ collection: 'districts' }, change)
}

async function helperWritesAgain(helper: Page): Promise<void> {
  await tap(helper, '回到敲门')
  await tap(helper, '后来又见到了，再写，王奶奶')
  await pick(helper, /^见到人，一切都好/)
  await type(helper, /^再写一句/, '坐起来了，不晕了')
  await tap(helper, '写好了，交上去')
  await sees(helper, '交上去了，谢谢您')
}

/** Both reports can be read; no home calls for anybody because of her any more. */
async function itIsOver({ mother, daughter, clerk, coordinator }: Street): Promise<void> {
  await sees(mother, '见到您了，一切都好')
  await sees(daughter, '见到妈妈了，一切都好')
  await reads(daughter, ['见到妈妈了，一切都好', '倒在厨房，叫得醒', '坐起来了，不晕了'])
  await picture(daughter, 'street-7-visit-of-daughter')
  await tap(daughter, '返回')
  await sees(daughter, '见到人了，一切都好')
  expect((await linesOn(daughter)).join()).not.toMatch(/情况紧急|急事/)
  expect(await daughter.locator('.tab-bar-number').filter({ visible: true }).count()).toBe(0)
  await picture(daughter, 'street-7-home-of-daughter')
  await sees(clerk, `${SILENT} 家敲了门没有人应`)
  expect((await linesOn(clerk)).join()).not.toMatch(/情况紧急|急事/)
  expect(await numberOnTab(clerk)).toBe(`${SILENT}`)
  await sees(coordinator, `结果 ${SILENT + 1}`)
  expect((await linesOn(coordinator)).join()).not.toContain('王秀英')
}

/** A phone at its home page whose clock the test moves on. */
async function openedAt(openid: string): Promise<Page> {
  const phone = await town.blank()
  await phone.clock.install()
  await phone.goto(addressOf(town.url, openid, 'pages/home'))
  await settled(phone)
  return phone
}

/** Minutes pass for the cloud and in everybody's hand. */
async function passes(street: Street, minutes: number): Promise<void> {
  const { clock, runner } = town.emulator
  clock.set(new Date(clock.now().getTime() + minutes * 60_000))
  await runner.invoke('clock', {}, { source: 'wx_trigger' })
  for (const phone of Object.values(street)) await phone.clock.fastForward(minutes * 60_000)
  for (const phone of Object.values(street)) await settled(phone)
}

/** What can be read on a page, a line each, from top to bottom. */
async function linesOn(phone: Page): Promise<string[]> {
  const words = await phone.getByRole('main').last().allInnerTexts()
  return words
    .join()
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** Sees that these lines stand on a page in this order; where one stands there more than once, the first counts. */
async function reads(phone: Page, wanted: string[]): Promise<void> {
  const lines = await linesOn(phone)
  const found = wanted.filter((line) => lines.includes(line))
  expect(found.sort((a, b) => lines.indexOf(a) - lines.indexOf(b))).toEqual(wanted)
}

const numberOnTab = (phone: Page) => phone.locator('.tab-bar-number').filter({ visible: true }).textContent()

/** The number that a tap hands to the dialler. */
async function dialled(phone: Page, name: string | RegExp): Promise<string> {
  const session = await phone.context().newCDPSession(phone)
  await session.send('Page.enable')
  const asked = new Promise<string>((resolve) => {
    session.once('Page.frameRequestedNavigation', ({ url }) => resolve(url))
  })
  await tap(phone, name)
  const url = await asked
  await session.detach()
  return url
}
