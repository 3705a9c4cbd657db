import { rmSync } from 'node:fs'
import type { AppConfig } from '@tarojs/taro'
import type { Page } from 'playwright-core'
import { addressOf, aTown, settled, type Town, USUAL } from './a-town'
import { aFullDay, type FullDay } from './full-day'
import { faultsOf, faultsOnOpening, LEAST, SCREENSHOTS, withMeasuresFromNowOn } from './measuring'
import type { Scene } from './scene'
import { scenes } from './scenes'

/** So many pages are drawn and measured at once: four are as slow as two, and take more of the processors' time. */
const IN_FLIGHT = 2

let town: Town
let day: FullDay
const started = new Map<Scene, Promise<string[]>>()
const idle: Page[] = []

beforeAll(async () => {
  rmSync(SCREENSHOTS, { recursive: true, force: true })
  town = await aTown()
  day = await aFullDay(town)
})
afterAll(async () => {
  await Promise.allSettled(started.values())
  await town.close()
})

/** While one page is looked at, the browser draws and measures the next ones. */
function faultsOn(scene: Scene): Promise<string[]> {
  const at = scenes.indexOf(scene)
  const [faults = Promise.resolve([])] = scenes.slice(at, at + IN_FLIGHT).map(begin)
  return faults
}

function begin(scene: Scene): Promise<string[]> {
  const faults = started.get(scene) ?? faultsIn(scene)
  faults.catch(() => undefined) // its own test says so
  started.set(scene, faults)
  return faults
}

async function faultsIn(scene: Scene): Promise<string[]> {
  const { page, title, as, params, shows, after, isDense } = scene
  const query = Object.entries(params?.(day) ?? {})
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const phone = idle.pop() ?? (await aPhone())
  await phone.setViewportSize({ width: LEAST.width, height: LEAST.height })
  const address = new URL(addressOf(town.url, as, query ? `${page}?${query}` : page))
  address.searchParams.set('scene', String(scenes.indexOf(scene))) // else it would stay within the document of the one before
  await phone.goto(address.href)
  await settled(phone)
  await phone.getByText(shows).first().waitFor()
  const onOpening = await faultsOnOpening(phone)
  await phone.setViewportSize(USUAL)
  if (after) {
    await after(phone)
    await settled(phone)
  }
  const name = `${page.replace(/^(pages|packages)\//, '')} ${title}`.replace(/\W+/g, '-')
  const staff = isDense ?? /^packages\/(staff|helper|office|kitchen|planning)\//.test(page)
  const faults = await faultsOf(phone, { staff, name })
  await phone.unrouteAll()
  idle.push(phone) // one on which something went wrong is not used again
  return [...onOpening, ...faults]
}

/**
 * A phone for one scene after the other: each is a new document that remembers nothing but the largest type; the browser remembers the
 * app's files, compiled, which costs less than a new browser each time.
 */
async function aPhone(): Promise<Page> {
  const phone = await town.blank()
  await phone.addInitScript((factor) => {
    localStorage.clear()
    const person = new URLSearchParams(location.search).get('as')
    localStorage.setItem(`${person}:font`, JSON.stringify({ data: String(factor) }))
  }, LEAST.factor)
  await withMeasuresFromNowOn(phone)
  return phone
}

describe('every page, at every width and size of type', () => {
  it.each(scenes.map((scene) => ({ name: `${scene.page} ${scene.title}`, scene })))(
    '$name',
    async ({ scene }) => {
      expect(await faultsOn(scene)).toEqual([])
    },
  )

  it('leaves no page of the app out', async () => {
    Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
    const { default: app } = (await import('../../src/app.config')) as { default: AppConfig }
    const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root}/${page}`),
    )
    const pages = [...(app.pages ?? []), ...inPackages].map((page) => page.replace(/\/index$/, ''))
    expect(new Set(scenes.map(({ page }) => page))).toEqual(new Set(pages))
  })
})
