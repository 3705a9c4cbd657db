import { rmSync } from 'node:fs'
import type { AppConfig } from '@tarojs/taro'
import { aTown, type Town } from './a-town'
import { aFullDay, type FullDay } from './full-day'
import { faultsOf, SCREENSHOTS } from './measuring'
import type { Scene } from './scene'
import { scenes } from './scenes'

let town: Town
let day: FullDay
const started = new Map<Scene, Promise<string[]>>()

beforeAll(async () => {
  rmSync(SCREENSHOTS, { recursive: true, force: true })
  town = await aTown()
  day = await aFullDay(town)
})
afterAll(async () => {
  await Promise.allSettled(started.values())
  await town.close()
})

/** The browser draws the next page while this one is being measured. */
function faultsOn(scene: Scene): Promise<string[]> {
  const next = scenes[scenes.indexOf(scene) + 1]
  const faults = begin(scene)
  if (next) begin(next).catch(() => undefined) // its own test says so
  return faults
}

function begin(scene: Scene): Promise<string[]> {
  const faults = started.get(scene) ?? faultsIn(scene)
  started.set(scene, faults)
  return faults
}

async function faultsIn({ page, title, as, params, shows, after, isDense }: Scene): Promise<string[]> {
  const query = Object.entries(params?.(day) ?? {})
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const phone = await town.phone(as, query ? `${page}?${query}` : page)
  try {
    await phone.getByText(shows).first().waitFor()
    await after?.(phone)
    const name = `${page.replace(/^(pages|packages)\//, '')} ${title}`.replace(/\W+/g, '-')
    const staff = isDense ?? /^packages\/(staff|helper|office)\//.test(page)
    return await faultsOf(phone, { staff, name })
  } finally {
    await phone.context().close()
  }
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
