import type { OutboxMessage } from '../parts'

/** The subscribe messages that would have gone to WeChat, oldest first. */
export class Outbox {
  #messages: OutboxMessage[] = []

  add(message: OutboxMessage): void {
    this.#messages.push(message)
  }

  messages(): OutboxMessage[] {
    return [...this.#messages]
  }

  clear(): void {
    this.#messages = []
  }
}
