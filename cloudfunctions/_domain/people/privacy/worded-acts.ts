import type { Contract } from '#types/contract'
import { eligibility } from '#types/eligibility'
import { meals } from '#types/meals'
import { people } from '#types/people'
import { supervision } from '#types/supervision'
import { visits } from '#types/visits'

const contracts: Record<string, Contract> = { people, meals, visits, eligibility, supervision }

/**
 * Acts whose reason is somebody's words about an elder: those that change something and show their reason to others. The
 * reasons for looking at her data are kept with the look.
 */
export const wordedActs: readonly string[] = Object.entries(contracts).flatMap(([area, contract]) =>
  Object.entries(contract).flatMap(([name, { writes, shown }]) =>
    writes && shown?.includes('reason') ? [`${area}.${name}`] : [],
  ),
)
