import { type ActionName, api } from '#types/api'
import type { Action } from '#types/contract'

/** Every action of every contract with its name. */
export const everyAction = Object.entries(api).flatMap(([area, contract]) =>
  Object.entries(contract).map(
    ([name, action]): [ActionName, Action] => [`${area}.${name}` as ActionName, action], // what ActionName is made of
  ),
)
