import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import storageRule from '../../cloudfunctions/storage-rule.json'
import { openCloud } from '../../config/deploy/cloud'
import { deploy, type Product } from '../../config/deploy/deploy'
import { failureWords } from '../../config/deploy/failure'
import type { Places } from '../../emulator/district/shapes'
import { temporaryFolder } from '../emulator/built-functions'
import type { Tencent } from './tencent'

export const FIELD_KEYS = `2026-11:${Buffer.alloc(32, 1).toString('base64')}`
export const DIGEST_KEYS = `2026-11:${Buffer.alloc(32, 2).toString('base64')}`
export const TEMPLATE_MEAL = 'template-1:who=thing3,what=thing1,at=time5,state=phrase2'
export const CODE = 'the-first-of-all'

/** A product in small: three collections, three functions of three kinds. */
export function aProduct(): Product & { write(name: string, code: string): void } {
  const root = temporaryFolder()
  const write = (name: string, code: string) => writeFileSync(join(root, name, 'index.js'), code)
  const functions: Product['functions'] = [
    { name: 'people', config: { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } } },
    { name: 'stations', config: { timeout: 20, permissions: { openapi: [] } } },
    {
      name: 'clock',
      config: {
        timeout: 60,
        permissions: { openapi: ['subscribeMessage.send'] },
        triggers: [{ name: 'clock', type: 'timer', config: '0 */5 * * * * *' }],
      },
    },
  ].map((one) => ({ ...one, folder: join(root, one.name) }))
  for (const { name, folder } of functions) {
    mkdirSync(folder)
    write(name, `exports.main = () => '${name}'`)
  }
  return {
    write,
    functions,
    storageRule,
    collections: {
      districts: { indexes: [] },
      invitations: {
        indexes: [
          {
            name: 'elder_kind',
            keys: [
              ['elderId', 1],
              ['kind', 1],
            ],
          },
        ],
      },
      stations: {
        indexes: [
          { name: 'location', keys: [['location', '2dsphere']] },
          {
            name: 'district_name',
            keys: [
              ['district', 1],
              ['name', -1],
            ],
          },
        ],
      },
    },
  }
}

/** A district of one town, with nothing in it. */
const places: Places = {
  district: {
    id: 'dongcheng',
    name: '东城区',
    cityId: 'somewhere',
    invented: true,
    emergencyFromAfar: null,
    towns: [{ id: 't-one', name: '一街道' }],
    answersWhenClosed: null,
  },
  operators: [],
  kitchens: [],
  stations: [],
  tables: [],
  menus: { sets: [], week: [] },
  policies: [],
}

/** What was printed, and whether it ended well. */
interface Ended {
  isDone: boolean
  /** How many changes there were. */
  count: number
  lines: string[]
  text: string
}

type Wishes = Parameters<typeof deploy>[2]
type Given = Partial<Wishes> & { secretKey?: string; envId?: string }

/** Runs one deployment against the stand-in. */
export async function run(tencent: Tencent, product: Product, given: Given = {}): Promise<Ended> {
  const { envId, secretId } = tencent
  const { secretKey = tencent.secretKey, ...wishes } = given
  const cloud = openCloud({ secretId, secretKey, envId: given.envId ?? envId, pause: 0 })
  const lines: string[] = []
  const wanted: Wishes = {
    envId,
    places,
    keys: { FIELD_KEYS, DIGEST_KEYS, retired: [] },
    first: { code: CODE },
    environment: { TEMPLATE_MEAL },
    isPlan: false,
    isAnew: false,
    now: new Date('2026-11-22T04:00:00Z'),
    ...wishes,
  }
  const ended = (isDone: boolean, count: number) => ({ isDone, count, lines, text: lines.join('\n') })
  try {
    return ended(true, await deploy(cloud, product, wanted, (line) => lines.push(line)))
  } catch (error) {
    lines.push(failureWords(error))
    return ended(false, 0)
  }
}
