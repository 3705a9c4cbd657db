import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { CollectionName, Documents } from '../../cloudfunctions/_domain/documents'
import collections from '../../cloudfunctions/collections.json'
import { demoDistrict } from '../../emulator/demo/district'
import phones from '../../emulator/demo/phones.json'
import visitors from '../../emulator/demo/visitors.json'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { Image } from '../../emulator/engine/image'
import { functionVariables } from '../../emulator/function-variables'
import type { Collections } from '../../emulator/parts'
import { workerRunner } from '../../emulator/runner/worker-runner'
import { memoryStore } from '../../emulator/store/memory'
import { templateVariables } from '../../emulator/template-variables'
import { api } from '../../types/api'
import type { Reply } from '../../types/contract'
import { templatesOf } from '../../types/templates'
import { NOW } from '../domain/builders'
import { launchOptions } from './chromium'
import { takeTime } from './take-time'

const PROJECT = resolve(__dirname, '../..')

/** The demo district with its built functions and the built app, on a Saturday at eight in the morning. */
export interface Town {
  url: string
  emulator: Emulator
  /** A browser of its own at the app's first page, or at the page named, as this person. */
  phone(openid: string, route?: string, size?: Size): Promise<Page>
  /** A browser of its own where nothing is open yet. */
  blank(size?: Size): Promise<Page>
  /** A browser of its own at the street. */
  street(size?: Size): Promise<Page>
  /** What somebody does without this test looking on; the test fails when it is refused. */
  act(openid: string, name: `${string}.${string}`, input?: unknown): Promise<Record<string, unknown>>
  stored<N extends CollectionName>(collection: N): Promise<Documents[N][]>
  /** Everything as it was in the morning; all phones are closed. */
  restart(): Promise<void>
  /** What was there in the morning, or when something was arranged by hand. */
  restocked(): Image
  /** To be called where a test has arranged something by hand: what was broken by it is not the product's. */
  arranged(): void
  close(): Promise<void>
}

interface Size {
  width: number
  height: number
}

/** A phone as most people hold it. */
export const USUAL: Size = { width: 390, height: 780 }

/** Opens a town in a browser of its own: one that all tests shared would be driven through a second process. */
export async function aTown(): Promise<Town> {
  const browser = await chromium.launch(await launchOptions())
  const variables = { ...functionVariables(process.env), ...templateVariables(process.env) }
  Object.assign(process.env, variables) // the demo district seals with the keys with which the functions open
  const emulator = await startEmulator({
    store: memoryStore(),
    collections: collections as unknown as Collections, // JSON reads tuples as arrays
    templates: templatesOf(variables),
    areGrantsEndless: true, // what is looked at is pages, not who had agreed to which message
    runner: (parts) =>
      workerRunner({
        ...parts,
        functionsDir: join(PROJECT, 'dist/cloudfunctions'),
        workerFile: join(PROJECT, 'dist/emulator/worker.js'),
        variables,
        instances: 2, // a new one costs more than waiting for one of these
      }),
    demo: demoDistrict,
    visitorsAt: visitors.place,
    phones,
    folders: {
      app: join(PROJECT, 'dist/h5'),
      pictures: join(PROJECT, 'emulator/demo/pictures'),
      street: join(PROJECT, 'emulator/street'),
    },
  })
  const { url } = emulator

  const blank = async (viewport: Size = USUAL) => {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', hasTouch: true })
    context.setDefaultTimeout(30_000) // on a busy machine things come late; what never comes is still missed
    await context.addInitScript(countQuestions)
    await context.addInitScript(takeTime)
    return context.newPage()
  }
  const restart = async () => {
    await closeAll(browser)
    emulator.clock.set(NOW)
    await emulator.reset({ demo: true })
    morning = emulator.engine.image()
  }
  let morning: Image = emulator.engine.image()
  await restart()
  await warm(emulator)
  return {
    url,
    emulator,
    phone: async (openid, route = 'pages/home', size) => {
      const page = await blank(size)
      await page.goto(addressOf(url, openid, route))
      await settled(page)
      return page
    },
    blank,
    street: async (size = { width: 1600, height: 1000 }) => {
      const page = await blank(size)
      await page.goto(`${url}/`)
      return page
    },
    act: async (openid, name, input = {}) => {
      const [area = '', action] = name.split('.')
      const caller = { source: 'wx_client', openid }
      const reply = (await emulator.runner.invoke(area, { action, input }, caller)) as Reply
      if (!reply.ok) throw new Error(`${name} was refused with ${reply.code} ${JSON.stringify(reply.detail)}`)
      return reply.data as Record<string, unknown>
    },
    stored: async (collection) => {
      const dump = await (await fetch(`${url}/__emulator/dump?collection=${collection}`)).json()
      return dump[collection].map(({ _id, ...rest }: { _id: string }) => ({ ...rest, id: _id }))
    },
    restart,
    restocked: () => morning,
    arranged: () => {
      morning = emulator.engine.image()
    },
    close: async () => {
      await closeAll(browser)
      await browser.close()
      await emulator.close()
    },
  }
}

/** A function's first call on a busy machine may take longer than a phone waits for its answer. */
async function warm({ runner }: Emulator): Promise<void> {
  const guest = { source: 'wx_client', openid: 'o-guest' } as const
  await Promise.all(Object.keys(api).map((area) => runner.invoke(area, { action: 'none', input: {} }, guest)))
}

/** `pages/meal?elderId=e-1` is the page of that folder with these params. The person stands in the district. */
export function addressOf(url: string, openid: string, route: string): string {
  const [page, query] = route.split('?')
  const { lng, lat } = visitors.place
  return `${url}/app/?as=${openid}&at=${lng},${lat}#/${page}/index${query ? `?${query}` : ''}`
}

declare global {
  interface Window {
    /** How many answers of the cloud a page still waits for. */
    awaited: number
  }
}

/** Counts what a page asks until the answer is there as a whole. Runs in the page. */
function countQuestions(): void {
  const ask = window.fetch
  window.awaited = 0
  window.fetch = async (...question) => {
    window.awaited++
    try {
      const reply = await ask(...question)
      await reply.clone().arrayBuffer()
      return reply
    } finally {
      window.awaited--
    }
  }
}

/** Waits until a page has what it asks for and shows it, in the type it is meant to be read in. */
export async function settled(page: Page): Promise<void> {
  await twoFrames(page) // what was just tapped is asked for in the next
  await page.waitForFunction(() => {
    const main = [...document.querySelectorAll('[role=main]')].find((one) => one.checkVisibility())
    const isThere = main && !main.querySelector('.frame-loading') && window.awaited === 0
    return isThere && document.fonts.status === 'loaded'
  })
  await twoFrames(page) // what came is drawn in the next
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

async function closeAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
