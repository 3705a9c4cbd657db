import { api, timed } from '#types/api'
import { type Import, importsOf } from './imports'
import { moduleNames } from './module-names'
import { read, sourcesOf } from './tree'

/** A rule: files that it binds, and what is wrong with an import of theirs; undefined when nothing is. */
interface Layer {
  files: RegExp
  fault(found: Import): string | undefined
}

const isOwn = (target: string) => /^(src|cloudfunctions|types|emulator|config|tests)\//.test(target)
const WITHOUT_ZOD =
  /^types\/(words\/.*|states|errors|paging|payers|people\/(livings|seen)|meals\/(slots|meal-time)|names|news|ids|id-numbers|ascii|births|days|phones|photos|limits|unsettled|supervision\/mismatches)$/

const AREA = new RegExp(`^cloudfunctions/(${[...Object.keys(api), ...timed].join('|')})/`)

/** Who imports whom (style: boundaries). */
const layers: Layer[] = [
  {
    files: /^cloudfunctions\/_domain\//,
    fault: ({ target }) =>
      /^(types|cloudfunctions\/_domain)\/|^dayjs/.test(target)
        ? undefined
        : 'a rule takes only types/ and dayjs',
  },
  {
    files: /^cloudfunctions\/(?!_shell\/cloud\.ts)/,
    fault: ({ target }) => (target === 'wx-server-sdk' ? 'only _shell/cloud.ts knows the SDK' : undefined),
  },
  {
    files: /^(src|types|cloudfunctions)\/(?!_shell\/names\/readings\.ts)/,
    fault: ({ target, isLazy }) =>
      target === 'pinyin-pro' || (target === 'cloudfunctions/_shell/names/readings' && !isLazy)
        ? 'the dictionary is loaded where a name is written, and not before'
        : undefined,
  },
  {
    files: /^cloudfunctions\//,
    fault: ({ target }) =>
      /^(src|emulator|tests|config)\//.test(target) ? 'the cloud knows neither phone nor desk' : undefined,
  },
  {
    files: /^cloudfunctions\/_shell\//,
    fault: ({ target }) => (AREA.test(target) ? 'the shell serves every area alike' : undefined),
  },
  {
    files: AREA,
    fault: ({ file, target }) => {
      const other = AREA.exec(target)?.[1]
      return other && other !== AREA.exec(file)?.[1] ? 'areas do not reach into each other' : undefined
    },
  },
  {
    files: /^(cloudfunctions|types)\//,
    fault: ({ target, isType }) =>
      target === 'types/api' && !isType ? 'one contract each: all of them make a cold start slow' : undefined,
  },
  {
    files: /^src\//,
    fault: ({ target, isType }) => {
      if (/^(cloudfunctions|emulator|tests|config)\//.test(target))
        return 'the phone knows only src and types'
      if (target === 'zod' || target.startsWith('zod/')) return 'no zod on the phone'
      const carriesZod = target.startsWith('types/') && !WITHOUT_ZOD.test(target)
      return carriesZod && !isType ? 'contracts reach the phone as types only' : undefined
    },
  },
  {
    files: /^types\//,
    fault: ({ target }) =>
      isOwn(target) && !target.startsWith('types/') ? 'contracts stand on nothing of ours' : undefined,
  },
  {
    files: /^types\/(?!z\.ts)/,
    fault: ({ target }) => (target.startsWith('zod') ? 'z comes from types/z' : undefined),
  },
  {
    files: /^emulator\//,
    fault: ({ target }) =>
      /^(src|tests)\//.test(target) ? 'the emulator serves the phone, unseen' : undefined,
  },
]

const WORLD = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bawait\b|\basync\b|\bprocess\b|\bsetTimeout\b/
/** What acts on the platform goes through src/platform/; the cloud's calls have a file of their own. */
const ADAPTERS = /^src\/(platform\/|services\/cloud\.ts$)/
const PLATFORM = /\b(Taro|wx)\s*(\?\.|[.[])/

describe('layers', () => {
  const files = ['src', 'cloudfunctions', 'types', 'emulator'].flatMap(sourcesOf)

  it('hold for every import', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap((file) => faultsOf(file, read(file)))).toEqual([])
  })

  it('keep clock, chance and waiting out of the rules', () => {
    const rules = files.filter((file) => file.startsWith('cloudfunctions/_domain/'))
    expect(rules.filter((file) => WORLD.test(withoutComments(read(file))))).toEqual([])
  })

  it('keep the platform behind its adapters', () => {
    const phone = files.filter((file) => file.startsWith('src/'))
    expect(phone.flatMap((file) => platformIn(file, read(file)))).toEqual([])
  })

  it.each([
    'Taro.showToast({ title })',
    'wx.cloud.callFunction({ name })',
    'const { env } = wx?.env',
    'tap(Taro.vibrateShort)',
    "import { showToast } from '@tarojs/taro'",
    "import Taro, { useRouter } from '@tarojs/taro'",
    "import * as taro from '@tarojs/taro'",
  ])('find the platform in a page that says %s', (source) => {
    expect(platformIn('src/pages/x/index.tsx', source)).not.toEqual([])
    expect(platformIn('src/platform/x.ts', source)).toEqual([])
  })

  it('leave Taro’s hooks to the pages', () => {
    expect(platformIn('src/pages/x/index.tsx', "import { useRouter } from '@tarojs/taro'")).toEqual([])
  })

  it.each([
    ['cloudfunctions/_domain/x.ts', "import { find } from '../_shell/cloud'"],
    ['cloudfunctions/_domain/x.ts', "import { readFileSync } from 'node:fs'"],
    ['cloudfunctions/meals/x.ts', "import sdk from 'wx-server-sdk'"],
    ['cloudfunctions/meals/x.ts', "import { claim } from '../visits/claim'"],
    ['cloudfunctions/_shell/x.ts', "import { book } from '../meals/book'"],
    ['cloudfunctions/meals/x.ts', "import { api } from '#types/api'"],
    ['cloudfunctions/_shell/x.ts', "import { api } from '../../types/api'"],
    ['types/x.ts', "import { api } from './api'"],
    ['types/x.ts', "import { pinyin } from 'pinyin-pro'"],
    ['src/pages/x.tsx', "import { pinyin } from 'pinyin-pro'"],
    ['cloudfunctions/people/x.ts', "const { pinyin } = await import('pinyin-pro')"],
    ['cloudfunctions/people/x.ts', "import { readingsOf } from '../_shell/names/readings'"],
    ['src/pages/x.tsx', "import { api } from '#types/api'"],
    ['src/pages/x.tsx', "import { meals } from '#types/meals'"],
    ['src/pages/x.tsx', "import { priceMeal } from '../../cloudfunctions/_domain/price'"],
    ['src/pages/x.tsx', "const { z } = require('zod')"],
    ['types/x.ts', "import { z } from 'zod'"],
    ['emulator/x.ts', "import { cloud } from '../tests/cloud/a-cloud'"],
  ])('find a fault in %s with %s', (file, source) => {
    expect(faultsOf(file, source)).toHaveLength(1)
  })

  it('allow what they should', () => {
    expect(faultsOf('src/pages/x.tsx', "import type { meals } from '#types/meals'")).toEqual([])
    expect(faultsOf('src/pages/x.tsx', "import type { Api } from '#types/api'")).toEqual([])
    expect(faultsOf('cloudfunctions/meals/x.ts', "import type { Api } from '#types/api'")).toEqual([])
    expect(faultsOf('src/pages/x.tsx', "import { can } from '#types/states'")).toEqual([])
    expect(faultsOf('cloudfunctions/people/x.ts', "await import('../_shell/names/readings')")).toEqual([])
    expect(faultsOf('src/pages/x.tsx', "import { type Visit } from '#types/visits'")).toEqual([])
  })
})

function faultsOf(file: string, source: string): string[] {
  return importsOf(file, source).flatMap((found) =>
    layers
      .filter((layer) => layer.files.test(file))
      .flatMap((layer) => {
        const fault = layer.fault(found)
        return fault ? [`${file} → ${found.target}: ${fault}`] : []
      }),
  )
}

/** What a file of the phone takes of the platform itself; hooks belong in pages. */
function platformIn(file: string, source: string): string[] {
  if (ADAPTERS.test(file)) return []
  const named = PLATFORM.exec(withoutComments(source))?.[1]
  const taken = moduleNames(file, source).imported.flatMap(([from, name]) =>
    from === '@tarojs/taro' && !/^use[A-Z]/.test(name) ? [name] : [],
  )
  return [...(named ? [named] : []), ...taken].map((name) => `${file}: ${name}`)
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
