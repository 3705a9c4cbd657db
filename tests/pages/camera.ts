import { photoBytes } from '#types/limits'

/** The camera of a browser: what is chosen when a page asks for a photo, and what is drawn of it. */
type Choice = 'photo' | 'broken' | 'heic' | 'huge' | 'nothing'

/** As a HEIC begins. */
export const HEIC = '\0\0\0\x18ftypheic\0\0'

/** More than may leave the phone. */
const HUGE = photoBytes + 1

let made = 0

/** From now on whoever asks for a file gets this, a photo of 3200 × 2400 px. Tells how large it was drawn. */
export function cameraGives(choice: Choice): { width: number; height: number }[] {
  const drawn: { width: number; height: number }[] = []
  URL.createObjectURL = () => {
    made += 1
    return `blob:photo-${made}`
  }
  URL.revokeObjectURL = () => undefined
  HTMLInputElement.prototype.click = function choose() {
    if (choice === 'nothing') return void this.dispatchEvent(new Event('cancel'))
    Object.defineProperty(this, 'files', { value: [new File([choice === 'heic' ? HEIC : '…'], 'photo.jpg')] })
    this.dispatchEvent(new Event('change'))
  }
  Object.defineProperties(HTMLImageElement.prototype, {
    naturalWidth: { configurable: true, get: () => 3200 },
    naturalHeight: { configurable: true, get: () => 2400 },
    src: {
      configurable: true,
      get(this: HTMLImageElement) {
        return this.getAttribute('src') ?? ''
      },
      set(this: HTMLImageElement, address: string) {
        this.setAttribute('src', address)
        queueMicrotask(() =>
          this.dispatchEvent(new Event(choice === 'broken' || choice === 'heic' ? 'error' : 'load')),
        )
      },
    },
  })
  HTMLCanvasElement.prototype.getContext = (() => ({ drawImage: () => undefined })) as never // all that is used of it
  HTMLCanvasElement.prototype.toBlob = function toBlob(done) {
    drawn.push({ width: this.width, height: this.height })
    done(new Blob([choice === 'huge' ? new Uint8Array(HUGE) : 'small'], { type: 'image/jpeg' }))
  }
  return drawn
}

/** One photo as the cloud's storage is given it. */
export interface Put {
  path: string
  size: number
}

/** What the storage answers to a photo: a status, or no network. The cloud's own answers stay. Tells what it was given. */
export function storageAnswers(answer: (nth: number) => number | 'offline'): Put[] {
  const puts: Put[] = []
  const cloud = globalThis.fetch
  let asked = 0
  globalThis.fetch = (async (address: string, request: RequestInit) => {
    if (!address.startsWith('/storage/')) return cloud(address, request)
    asked += 1
    const status = answer(asked)
    if (status === 'offline') throw new TypeError('Failed to fetch')
    const path = address.replace('/storage/', '')
    puts.push({ path, size: (request.body as Blob).size })
    const body = status === 200 ? { ok: true, fileID: `cloud://env.bucket/${path}` } : { ok: false }
    return { ok: status === 200, status, json: async () => body }
  }) as typeof fetch // only what our client uses of it
  return puts
}
