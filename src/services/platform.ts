import Taro from '@tarojs/taro'
import type { Place } from '#types/values'

/**
 * Every call to the platform. In a browser Taro resolves what it does not support as if it had worked, so pages never
 * call Taro's own functions.
 */
const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Where the preview's visitors stand: in the demo district, wherever they are in truth. */
const previewPlace: Place = { lng: 117.149, lat: 31.8375 }

const query = inBrowser ? new URLSearchParams(window.location.search) : null

/** Who the preview plays (`?as=`); empty on a phone, where WeChat tells the cloud who is calling. */
export const openid = query?.get('as') ?? ''

// Storage. Five previews share one origin, so each key carries its person.

const storageKey = (name: string) => (openid ? `${openid}:${name}` : name)

/** What was kept under this name, or null. */
export function kept(name: string): string | null {
  try {
    const value: unknown = Taro.getStorageSync(storageKey(name))
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null // storage may be switched off; nothing that matters lives only there
  }
}

export function keep(name: string, value: string): void {
  try {
    Taro.setStorageSync(storageKey(name), value)
  } catch {
    // As above: a choice is then forgotten with the page.
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(storageKey(name))
  } catch {
    // As above.
  }
}

// Going from page to page.

/** Opens a page on top; values that are not given are left out of its address. */
export function open(page: string, params: Record<string, string | undefined> = {}): void {
  void Taro.navigateTo({ url: address(page, params) })
}

/** Goes to a page in place of this one, so that going back does not return here. */
export function replaceBy(page: string, params: Record<string, string | undefined> = {}): void {
  void Taro.redirectTo({ url: address(page, params) })
}

/** Goes to a tab, which is always the bottom of the stack. */
export function openTab(page: string): void {
  void Taro.reLaunch({ url: address(page) })
}

/** One page back; home when this page was opened first, by a link or a shared card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('pages/home')
}

function address(page: string, params: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${page}/index${pairs.length ? `?${pairs.join('&')}` : ''}`
}

/** Back to the beginning of the page. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}

export function endPull(): void {
  if (!inBrowser) Taro.stopPullDownRefresh()
}

/** False while the page is behind another browser tab; a phone hides pages by itself. */
export function isVisible(): boolean {
  return !inBrowser || !document.hidden
}

// The phone's abilities.

/** Opens the dialler. */
export function ring(phoneNumber: string): void {
  if (inBrowser) window.location.href = `tel:${phoneNumber}`
  else void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined) // the person thought better of it
}

/** Where the person is; null when they would rather not say. */
export async function whereAmI(): Promise<Place | null> {
  if (inBrowser) return previewPlace
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' })
    return { lng: longitude, lat: latitude }
  } catch {
    return null
  }
}

/** The same, but only when it was allowed before: opening a page never asks. */
export async function whereAmIIfAllowed(): Promise<Place | null> {
  if (inBrowser) return whereAmI()
  const { authSetting } = await Taro.getSetting().catch(() => ({ authSetting: {} as Taro.AuthSetting }))
  return authSetting['scope.userLocation'] ? whereAmI() : null
}

/** Whether `showTheWay` can do anything here. */
export const canShowTheWay = !inBrowser

/** Opens WeChat's map with the way to a place. */
export function showTheWay(to: { name: string; address: string; place: Place }): void {
  if (inBrowser) return
  const { lng: longitude, lat: latitude } = to.place
  void Taro.openLocation({ longitude, latitude, name: to.name, address: to.address })
}

/** Reads a code with the camera; null in a browser and when nothing was read. */
export async function scan(): Promise<string | null> {
  if (inBrowser) return null
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}

export const canScan = !inBrowser

let asking: Promise<unknown> | null = null

/**
 * Asks once, at a tap, whether WeChat may send news of what was just asked for; a second tap joins the first question. An
 * order never depends on the answer.
 */
export async function askForNews(): Promise<void> {
  const tmplIds = MESSAGE_TEMPLATES.split(',').filter(Boolean)
  if (inBrowser || tmplIds.length === 0) return
  asking ??= Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    .catch(() => undefined)
    .finally(() => {
      asking = null
    })
  await asking
}

/** A short buzz: something succeeded. Never the only sign of it. */
export function buzz(): void {
  if (!inBrowser) void Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}

/** How much larger than usual the person has set WeChat's type; 1 in a browser. */
export function wechatFontFactor(): number {
  if (inBrowser) return 1
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number } // newer than Taro's types
  return fontSizeScaleFactor ?? 1
}

/** Brings something that has just appeared on the page into view. */
export function reveal(id: string): void {
  if (inBrowser) document.getElementById(id)?.scrollIntoView({ block: 'start' })
  else Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#${id}` }).catch(() => undefined))
}

/**
 * Tells what share of the screen's height an element takes: in a browser whenever that changes, on a phone once.
 * Returns how to stop.
 */
export function watchShare(id: string, tell: (share: number) => void): () => void {
  return inBrowser ? watchShareInBrowser(id, tell) : tellShareOnce(id, tell)
}

function watchShareInBrowser(id: string, tell: (share: number) => void): () => void {
  const element = document.getElementById(id)
  if (!element || typeof ResizeObserver === 'undefined') return () => undefined // then the foot simply stays
  const look = () => tell(element.offsetHeight / window.innerHeight)
  const observer = new ResizeObserver(look)
  observer.observe(element)
  window.addEventListener('resize', look)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', look)
  }
}

function tellShareOnce(id: string, tell: (share: number) => void): () => void {
  let isOver = false
  Taro.nextTick(() => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((box) => {
        if (!isOver && box && 'height' in box) tell(box.height / Taro.getWindowInfo().windowHeight)
      })
      .exec()
  })
  return () => {
    isOver = true
  }
}

// Focus, for keyboards in a browser; WeChat's readers follow aria-modal.

/** Moves the keyboard to an element and gives back a way to return it. */
export function moveFocus(id: string): () => void {
  if (!inBrowser) return () => undefined
  const before = document.activeElement
  document.getElementById(id)?.focus()
  return () => {
    if (before instanceof HTMLElement) before.focus()
  }
}

// WeChat's privacy guide.

const agreedKey = 'privacy-agreed'

/** Whether the privacy guide still waits for this person's yes. In a browser only a yes is remembered. */
export async function isPrivacyAsked(): Promise<boolean> {
  if (inBrowser) return kept(agreedKey) === null
  try {
    return await new Promise<boolean>((resolve, reject) => {
      Taro.getPrivacySetting({ success: (setting) => resolve(setting.needAuthorization), fail: reject })
    })
  } catch {
    return false // an older WeChat has no guide, or asks by itself
  }
}

/** Keeps a yes that was given in a browser; WeChat keeps its own. */
export function keepPrivacyYes(): void {
  if (inBrowser) keep(agreedKey, 'yes')
}

/** Whether `openPrivacyGuide` can do anything here. */
export const canOpenPrivacyGuide = !inBrowser

/** Opens the privacy guide of this mini-program. */
export function openPrivacyGuide(): void {
  if (!inBrowser) Taro.openPrivacyContract({ fail: () => undefined })
}

// Keeping and passing on.

/** Copies a text, to be pasted into a message; false when that could not be done. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (inBrowser) await navigator.clipboard.writeText(text)
    else await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}

/**
 * Gives a text away as a file: a download in a browser; in WeChat a message to somebody, on a computer a place on its
 * disk. Only right after a tap. False when it was not given.
 */
export async function saveFile(name: string, text: string, mime = 'text/plain'): Promise<boolean> {
  try {
    if (inBrowser) download(name, new Blob([text], { type: `${mime};charset=utf-8` }))
    else await passOn(name, text)
    return true
  } catch {
    return false
  }
}

async function passOn(name: string, text: string): Promise<void> {
  const fileName = name.replace(/[\\/:*?"<>|]/g, '-')
  const filePath = `${emptyFolder('given')}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  try {
    await new Promise<unknown>((resolve, reject) => {
      Taro.shareFileMessage({ filePath, fileName, success: resolve, fail: reject })
    })
  } catch (failure) {
    if (/cancel/.test(messageOf(failure))) throw failure
    await Taro.saveFileToDisk({ filePath }) // WeChat on a computer; a phone refuses this too
  }
}

/** A folder of ours, without what was left there last time: copies of somebody's data do not pile up on a phone. */
function emptyFolder(name: string): string {
  const files = Taro.getFileSystemManager()
  const folder = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    files.rmdirSync(folder, true)
  } catch {
    // Nothing was there.
  }
  files.mkdirSync(folder, true)
  return folder
}

/** What a drawing of `savePicture` is drawn with, on both targets. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font'
>

interface Size {
  width: number
  height: number
}

/** Keeps a drawn picture where it can be printed from: a download, or the phone's album. False when it was not kept. */
export async function savePicture(name: string, size: Size, draw: (pen: Pen) => void): Promise<boolean> {
  try {
    if (!inBrowser) return await keepInAlbum(await pictureFile(size, draw))
    download(name, await drawnPicture(size, draw))
    return true
  } catch {
    return false
  }
}

function drawnPicture(size: Size, draw: (pen: Pen) => void): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas in this browser')
  draw(pen)
  return new Promise((resolve, reject) => {
    canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new Error('no picture'))), 'image/png')
  })
}

/** Not every WeChat makes a file of a canvas that is off the page; those that do not still tell its content. */
async function pictureFile(size: Size, draw: (pen: Pen) => void): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size }) as unknown as OffPage
  draw(canvas.getContext('2d'))
  try {
    const file = { canvas: canvas as unknown as Taro.Canvas, fileType: 'png' as const }
    return (await Taro.canvasToTempFilePath({ ...file, destWidth: size.width, destHeight: size.height }))
      .tempFilePath
  } catch {
    const filePath = `${emptyFolder('pictures')}/picture.png`
    const [, content = ''] = canvas.toDataURL('image/png').split(',')
    Taro.getFileSystemManager().writeFileSync(filePath, content, 'base64')
    return filePath
  }
}

/** WeChat's canvas off the page; Taro's types know only some of it. */
interface OffPage {
  getContext(kind: '2d'): Pen
  toDataURL(type: string): string
}

/** WeChat asks for the album once; whoever said no then is shown where to change it. */
async function keepInAlbum(filePath: string): Promise<boolean> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath })
    return true
  } catch (failure) {
    const isRefused = /auth/.test(messageOf(failure))
    if (!isRefused || !(await wasAlbumOpened())) return false
    await Taro.saveImageToPhotosAlbum({ filePath })
    return true
  }
}

async function wasAlbumOpened(): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: '存不到相册里',
    content: '您还没有允许我们往手机相册里存图片。要存，请点“去设置”，打开“添加到相册”，再回到这里。',
    confirmText: '去设置',
    cancelText: '先不存',
  })
  if (!confirm) return false
  const { authSetting } = await Taro.openSetting()
  return authSetting['scope.writePhotosAlbum'] === true
}

/** WeChat's failures are plain objects. */
const messageOf = (failure: unknown) => String((failure as { errMsg?: string } | null)?.errMsg ?? failure)

const keptForDownload = 60_000

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), keptForDownload) // a browser may begin to read it later
}
