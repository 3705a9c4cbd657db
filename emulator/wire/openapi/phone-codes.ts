import { randomUUID } from 'node:crypto'

/** A code is good for five minutes. */
const LIFETIME_MS = 5 * 60_000

/** A phone number that somebody agreed to give, and when. */
interface GivenPhone {
  phone: string
  at: Date
}

/** The codes that stand for phone numbers: what the phone gets from WeChat when its owner agrees, good for one exchange. */
export class PhoneCodes {
  readonly #given = new Map<string, GivenPhone>()

  /** @param phone eleven digits */
  issue(phone: string, now: Date): string {
    const code = `phone-${phone}-${randomUUID()}`
    this.#given.set(code, { phone, at: now })
    return code
  }

  /** Takes a code; undefined when it was never issued, was used before or is too old. */
  redeem(code: string, now: Date): GivenPhone | undefined {
    const given = this.#given.get(code)
    this.#given.delete(code)
    return given && now.getTime() - given.at.getTime() <= LIFETIME_MS ? given : undefined
  }

  clear(): void {
    this.#given.clear()
  }
}
