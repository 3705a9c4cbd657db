/** What the API answers, without the id of the request. */
export type Answer = Record<string, unknown>

/** An answer that says no. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
