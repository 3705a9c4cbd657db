import type { FrameLocator, Page } from 'playwright-core'

/** What somebody does with a finger, on a phone of its own or on one of the street. */
export const tap = (phone: Page | FrameLocator, name: string | RegExp) =>
  phone.getByRole('button', { name, exact: true }).last().click()

export const pick = (phone: Page | FrameLocator, name: string | RegExp) =>
  phone.getByRole('radio', { name }).last().click()

export const check = (phone: Page, name: string) => phone.getByRole('checkbox', { name }).last().click()

export const type = (phone: Page, box: string | RegExp, text: string) =>
  phone.getByRole('textbox', { name: box }).last().fill(text)

/** Waits until these words can be read. */
export const sees = (phone: Page | FrameLocator, words: string | RegExp) =>
  phone.getByText(words).filter({ visible: true }).first().waitFor()

/** From home to the last page before booking, for a lunch at the nearest station. */
export async function chooseLunch(
  phone: Page | FrameLocator,
  { day, set } = { day: /^明天/, set: /红烧鱼套餐/ },
): Promise<void> {
  await phone.getByRole('button', { name: /^订餐/ }).click()
  await pick(phone, day)
  await pick(phone, set)
  await tap(phone, '下一步：看价钱')
  await sees(phone, '请看一看，对不对？')
}
