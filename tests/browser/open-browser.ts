import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { launchOptions } from './chromium'

/** Before the first browser test: builds what is not built, and unpacks the browser. */
export default async function prepareBrowser(): Promise<void> {
  execFileSync(process.execPath, ['config/build.mjs', 'cloud', 'emulator', 'h5'], {
    cwd: resolve(__dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await launchOptions()
}
