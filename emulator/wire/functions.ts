import { CloudError } from '../engine/errors'
import type { Caller, Runner } from '../parts'
import { optionalText, textField } from './request'

/**
 * `functions.invokeFunction`: one function calls another, on behalf of the same person.
 * @throws the runner's failure under the code it carries, FUNCTIONS_EXECUTE_FAIL when it carries none
 */
export async function invokeFunction(
  runner: Pick<Runner, 'invoke'>,
  fields: Record<string, unknown>,
  caller: Caller,
) {
  const name = textField(fields, 'function_name')
  const event: unknown = JSON.parse(optionalText(fields, 'request_data') ?? '{}')
  try {
    const result = await runner.invoke(name, event, caller)
    return { data: { response_data: JSON.stringify(result ?? null) } }
  } catch (error) {
    throw new CloudError(codeOf(error), error instanceof Error ? error.message : String(error))
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^FUNCTIONS?_/.test(code) ? code : 'FUNCTIONS_EXECUTE_FAIL'
}
