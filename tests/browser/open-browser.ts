import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { launchOptions } from './chromium'

/** Before the first browser test: builds what is not built, and opens one browser for all of them. */
export default async function openBrowser(): Promise<void> {
  execFileSync(process.execPath, ['config/build.mjs', 'cloud', 'emulator', 'h5'], {
    cwd: resolve(__dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const server = await chromium.launchServer({ ...(await launchOptions()), host: '127.0.0.1' })
  process.env.BROWSER_ADDRESS = server.wsEndpoint()
  const shared = globalThis as { closeBrowser?: () => Promise<void> } // told to close-browser.ts
  shared.closeBrowser = () => server.close()
}
