/** Why a function gave no answer, in the words of the platform. */
type FunctionFailureCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'FUNCTIONS_RESULT_TOO_LARGE'

/** A function that threw, took too long or too much, or does not exist. `requestId` is the one its logs carry. */
export class FunctionFailure extends Error {
  override name = 'FunctionFailure'

  constructor(
    readonly code: FunctionFailureCode,
    message: string,
    readonly requestId: string,
  ) {
    super(message)
  }
}
