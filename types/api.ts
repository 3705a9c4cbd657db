import type { Action, Contract } from './contract'
import { eligibility } from './eligibility'
import { meals } from './meals'
import { people } from './people'
import { stations } from './stations'
import { supervision } from './supervision'
import { visits } from './visits'

/**
 * Every contract, once, by its area; the cloud function of an area has the same name. Whatever walks over all areas or all
 * actions takes them from here. It carries every schema: the phone takes the type alone, and no cloud function loads it,
 * since each starts faster with nothing but its own contract.
 */
export const api = {
  people,
  stations,
  meals,
  visits,
  eligibility,
  supervision,
} as const satisfies Record<string, Contract>

/** Cloud functions that only a timer calls: they answer nobody, and so have no contract. */
export const timed = ['scheduler', 'clock'] as const

export type Api = typeof api

/** Every action as `area.action`. */
export type ActionName = { [Area in keyof Api]: `${Area}.${keyof Api[Area] & string}` }[keyof Api]

/** The action of that name. */
export type ActionNamed<N extends ActionName> = N extends `${infer Area extends keyof Api}.${infer Name}`
  ? Name extends keyof Api[Area]
    ? Api[Area][Name] extends Action
      ? Api[Area][Name]
      : never
    : never
  : never
