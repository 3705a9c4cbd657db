/** WeChat's functions as they answer in a test. */
export const failing = (errMsg: string) => jest.fn(async () => Promise.reject({ errMsg }))
export const succeeding = <T>(answer: T) => jest.fn(async (_?: unknown) => answer)

/** One of the older functions, which call back. */
export const answering = (errMsg: string | null) =>
  jest.fn((options: { success(): void; fail(failure: object): void }) =>
    errMsg === null ? options.success() : options.fail({ errMsg }),
  )
