import { placeDocuments } from '../../emulator/district/places'
import type { Places } from '../../emulator/district/shapes'
import type { Collections } from '../../emulator/parts'
import type { Cloud, StorageRule } from './cloud'
import { collectionSteps } from './collections'
import { documentStep } from './documents'
import { surveyed } from './environment'
import { type FirstCode, firstVariables } from './first-supervisor'
import { type BuiltFunction, type FunctionConfig, functionStep } from './functions'
import { agreedKeys, type GivenKeys, requireNothingSealed } from './keys'
import { take } from './steps'
import { storageStep } from './storage'
import { variablesFor } from './variables'

/** The kitchens' menus of this week and the next two are there from the beginning: so far ahead, in days. */
const FIRST_MENUS = 14

/** What the product is made of, as far as an environment has to hold it. */
export interface Product {
  collections: Collections
  storageRule: StorageRule
  functions: { name: string; folder: string; config: FunctionConfig }[]
}

/** What whoever deploys has decided. */
interface Wishes {
  envId: string
  /** What the environment begins with; absent: it has its documents, or gets them otherwise. */
  places?: Places | undefined
  keys: GivenKeys
  first: FirstCode
  environment: NodeJS.ProcessEnv
  isPlan: boolean
  /** Uploads code that is there already, too. */
  isAnew: boolean
  now: Date
}

/**
 * Brings an environment to where the product runs in it. Looks first, and changes nothing where something stands in the way; then takes
 * step by step what is missing, so that whatever breaks off is gone on with by the next run.
 * @returns how many changes there were, or in a plan would be
 * @throws DeployFailure for what stands in the way, and what the API answers where it refuses
 */
export async function deploy(
  cloud: Cloud,
  { collections, storageRule, functions }: Product,
  wishes: Wishes,
  print: (line: string) => void,
): Promise<number> {
  const { envId, places, environment, now, isPlan, isAnew } = wishes
  const held = await surveyed(
    cloud,
    envId,
    functions.map(({ name }) => name),
  )
  const keys = agreedKeys(wishes.keys, held)
  await requireNothingSealed(cloud, held)
  const called = { ...wishes.first, places: places?.district.id }
  const first = await firstVariables(cloud, called, held.get('people'))
  const built = functions.map(
    (one): BuiltFunction => ({
      ...one,
      variables: {
        ...variablesFor(one.name, one.config, { keys, environment, held: held.get(one.name)?.variables }),
        ...(one.name === 'people' && first.variables),
      },
    }),
  )
  print(`环境 ${envId}：可以用`)
  const steps = [
    ...collectionSteps(cloud, collections),
    storageStep(cloud, storageRule),
    ...(places ? [documentStep(cloud, placeDocuments(places, now, FIRST_MENUS))] : []),
    ...built.map((one) =>
      functionStep(cloud, one, isAnew, (now) => {
        agreedKeys({ ...keys, retired: wishes.keys.retired }, new Map([[one.name, now]]))
      }),
    ),
  ]
  const count = await take(steps, print, isPlan)
  print(first.said)
  return count
}
