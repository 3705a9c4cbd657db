import { randomUUID } from 'node:crypto'
import type { Caller } from '../parts'

/** A call of a function that is running now: who called it and what it may ask of WeChat. */
interface Invocation extends Caller {
  functionName: string
  requestId: string
  /** openapi names that the function's config.json permits, for example `subscribeMessage.send`. */
  openapi: string[]
}

/**
 * The running invocations by their token. The SDK sends the token with every request (`wxCloudApiToken`), which is how the
 * gateway knows for whom a database or nested function call is made. A token counts until its invocation has answered.
 */
export class Invocations {
  readonly #running = new Map<string, Invocation>()

  begin(invocation: Invocation): string {
    const token = randomUUID()
    this.#running.set(token, invocation)
    return token
  }

  end(token: string): void {
    this.#running.delete(token)
  }

  callerOf(token: string): Invocation | undefined {
    return this.#running.get(token)
  }
}
