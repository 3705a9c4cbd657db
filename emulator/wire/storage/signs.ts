import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../parts'

/** What a sign allows: reading a file, or writing one. */
type Purpose = 'get' | 'put'

/** Permission to read or write one file until `t`, an instant in milliseconds. */
interface Sign {
  sign: string
  t: string
}

/** Issues and checks signs, by a random key that this process alone has. */
export class Signs {
  readonly #clock: Clock
  #key = randomBytes(32)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @param seconds how long it counts, by the emulator's clock */
  issue(purpose: Purpose, path: string, seconds: number): Sign {
    const t = String(this.#clock.now().getTime() + seconds * 1000)
    return { t, sign: this.#digest(purpose, path, t).toString('hex') }
  }

  /** True while the sign counts for this file and this purpose. */
  allows(purpose: Purpose, path: string, { sign, t }: Partial<Sign>): boolean {
    if (!sign || !t || !/^[0-9a-f]{64}$/.test(sign)) return false
    const isOurs = timingSafeEqual(Buffer.from(sign, 'hex'), this.#digest(purpose, path, t))
    return isOurs && this.#clock.now().getTime() < Number(t)
  }

  /** Makes all signs worthless that were issued. */
  revokeAll(): void {
    this.#key = randomBytes(32)
  }

  #digest(purpose: Purpose, path: string, t: string): Buffer {
    return createHmac('sha256', this.#key).update(`${purpose}\n${path}\n${t}`).digest()
  }
}
