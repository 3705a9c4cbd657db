import type { FrameLocator, Page } from 'playwright-core'

/** What somebody does with a finger, on a phone of its own or on one of the street. */
export const tap = (phone: Page | FrameLocator, name: string | RegExp) =>
  phone.getByRole('button', { name, exact: true }).last().click()

export const pick = (phone: Page | FrameLocator, name: string | RegExp) =>
  phone.getByRole('radio', { name }).last().click()

export const check = (phone: Page, name: string) => phone.getByRole('checkbox', { name }).last().click()

export const type = (phone: Page, box: string | RegExp, text: string) =>
  phone.getByRole('textbox', { name: box }).last().fill(text)

/** Waits until these words can be read. @throws Error that tells what can be read instead */
export async function sees(phone: Page | FrameLocator, words: string | RegExp): Promise<void> {
  try {
    await phone.getByText(words).filter({ visible: true }).first().waitFor()
  } catch (cause) {
    const instead = await phone.locator('body').ariaSnapshot({ timeout: 5000 })
    throw new Error(`${words} cannot be read, but ${instead.replace(/\s+/g, ' ')}`, { cause })
  }
}

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
