import type { OutboxMessage } from '../parts'

/** The subscribe messages that would have gone to WeChat, oldest first, and who would not have taken one. */
export class Outbox {
  #messages: OutboxMessage[] = []
  #refusing = new Set<string>()

  add(message: OutboxMessage): void {
    this.#messages.push(message)
  }

  /** From now on these people have agreed to no message; nobody else refuses. */
  refuseFor(openids: readonly string[]): void {
    this.#refusing = new Set(openids)
  }

  isRefusedBy(openid: string): boolean {
    return this.#refusing.has(openid)
  }

  messages(): OutboxMessage[] {
    return [...this.#messages]
  }

  clear(): void {
    this.#messages = []
    this.#refusing.clear()
  }
}
