import type { Variables } from './runner/environment'

// Whoever reads this file can read what they encrypt. They are here so that a data folder stays readable between starts.
const FIELD_KEY_THAT_PROTECTS_NOTHING = key('emulator field key: not a secret')
const DIGEST_KEY_THAT_PROTECTS_NOTHING = key('emulator digest key: not secret!')

/** Settings that reach the functions as they were given to the program. */
const PASSED_ON = ['FIRST_SUPERVISOR', 'DISTRICT']

/**
 * The variables that the product's functions find in their environment: keys that stand in plain text in this file, unless
 * the program was given others, and the settings that it was given.
 * @param given the program's own environment; an empty variable counts as none
 */
export function functionVariables(given: NodeJS.ProcessEnv): Variables {
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = given[name]
    return value ? [[name, value]] : []
  })
  return {
    FIELD_KEYS: given.FIELD_KEYS || `demo:${FIELD_KEY_THAT_PROTECTS_NOTHING}`,
    DIGEST_KEYS: given.DIGEST_KEYS || `demo:${DIGEST_KEY_THAT_PROTECTS_NOTHING}`,
    ...Object.fromEntries(passedOn),
  }
}

/** A key is 32 bytes, written in base64. */
function key(words: string): string {
  return Buffer.from(words).toString('base64')
}
