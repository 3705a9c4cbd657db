import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { LaunchOptions } from 'playwright-core'

const PROJECT = resolve(__dirname, '../..')
const CACHE = join(PROJECT, '.cache/browser')
const UNPACKED = join(CACHE, 'chromium')
const LIBRARIES = join(UNPACKED, 'lib')
const FONTS = join(PROJECT, 'node_modules/@expo-google-fonts/noto-sans-sc')

/** How to launch the Chromium of an npm package, or the browser that `CHROME_PATH` names, with Chinese type. */
export async function launchOptions(): Promise<LaunchOptions> {
  const executablePath = process.env.CHROME_PATH || (await unpackedChromium())
  return {
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: fontConfig(), ...missingLibraries(executablePath) } as Variables,
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--no-zygote',
      '--font-render-hinting=none',
      '--disable-gpu', // one made of software takes a third of the processor's time to draw
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-pings',
      '--js-flags=--no-opt --no-maglev', // each page lives for a second: compiling its scripts well takes longer than running them
    ],
  }
}

type Variables = Record<string, string>

/** The package unpacks itself into the temporary folder; a half unpacked browser must never look like a whole one. */
async function unpackedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      '自带的 Chromium 只能在 Linux（x86-64）上用：请在 CHROME_PATH 里写出这台电脑上 Chromium 或 Chrome 的路径。',
    )
  if (!existsSync(UNPACKED)) {
    const half = `${UNPACKED}-${process.pid}`
    mkdirSync(half, { recursive: true })
    const before = process.env.TMPDIR
    process.env.TMPDIR = half
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    unpackLibraries(half)
    if (existsSync(UNPACKED)) rmSync(half, { recursive: true })
    else renameSync(half, UNPACKED)
  }
  return join(UNPACKED, 'chromium')
}

/** The libraries that Chromium wants of a system, which the package carries too. */
function unpackLibraries(folder: string): void {
  const packed = readFileSync(join(PROJECT, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  const archive = join(folder, 'libraries.tar')
  writeFileSync(archive, brotliDecompressSync(packed))
  execFileSync('tar', ['-xf', archive, '-C', folder])
  rmSync(archive)
}

/** A bare system lacks some libraries; the package's own are used only there. */
function missingLibraries(executablePath: string): Variables {
  const starts = spawnSync(executablePath, ['--version']).status === 0
  return starts || !existsSync(LIBRARIES) ? {} : { LD_LIBRARY_PATH: LIBRARIES }
}

/** Fontconfig knows no font but ours, so that every machine draws the same. */
function fontConfig(): string {
  const file = join(CACHE, 'fonts.conf')
  mkdirSync(CACHE, { recursive: true })
  const folders = ['400Regular', '500Medium', '700Bold'].map((weight) => `<dir>${join(FONTS, weight)}</dir>`)
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join('')}<cachedir>${join(CACHE, 'fontconfig')}</cachedir></fontconfig>\n`,
  )
  return file
}
