import { moduleNames } from './module-names'
import { read, sourcesOf } from './tree'

/** Sources by their path. */
type Sources = Record<string, string>

/** How many of them there may be: whoever takes one away takes one off here; one more is a list of codes that has words. */
const MOST = 48

/** Exports that only tests import: what is tested by itself, types that builders need, lists of codes that have words. */
const testsOnly = [
  'cloudfunctions/_domain/elder-bound.ts elderBound',
  'cloudfunctions/_domain/eligibility/applications.ts Applying',
  'cloudfunctions/_domain/eligibility/applications.ts workdaysAfter',
  'cloudfunctions/_domain/eligibility/reviewing.ts requireStranger',
  'cloudfunctions/_domain/meals/booking.ts BookingFacts',
  'cloudfunctions/_domain/people/elders/changing.ts touchesHealth',
  'cloudfunctions/_domain/people/elders/verifying.ts Findings',
  'cloudfunctions/_domain/people/privacy/consents.ts givenConsents',
  'cloudfunctions/_domain/people/staff/staffing.ts Staffing',
  'cloudfunctions/_domain/people/staff/staffing.ts validUntil',
  'cloudfunctions/_domain/policies/cases/care.ts careOutcome',
  'cloudfunctions/_domain/policies/cases/voucher.ts voucherOutcome',
  'cloudfunctions/_domain/policies/terms/reasons.ts Telling',
  'cloudfunctions/_domain/policies/voucher/voucher.ts ServiceBill',
  'cloudfunctions/_domain/settlement/settlement.ts monthOf',
  'cloudfunctions/_domain/settlement/settlement.ts settledIn',
  'cloudfunctions/_domain/visits/visits.ts dueAt',
  'cloudfunctions/_policies/command/reading/source.ts sourceOf',
  'config/permission-table.ts permissionTable',
  'emulator/demo/check.ts demoFaults',
  'emulator/emulator.ts EmulatorImage',
  'emulator/parts.ts WireCall',
  'emulator/runner/in-process-runner.ts FunctionModule',
  'emulator/runner/in-process-runner.ts inProcessRunner',
  'emulator/wire/gateway.ts GatewayParts',
  'src/packages/office/review/wish.ts yearFrom',
  'src/services/reason-words.ts reasonSentence',
  'src/services/reason-words.ts reasonsSentence',
  'types/api.ts timed',
  'types/errors.ts errorCodes',
  'types/id-numbers.ts checkDigit',
  'types/people/circle.ts Asked',
  'types/people/elders.ts absenceKinds',
  'types/people/privacy.ts Roster',
  'types/people/relations.ts relations',
  'types/people/staff.ts certificateKinds',
  'types/policies/care-cases.ts WrittenCareCase',
  'types/policies/care-cases.ts shortfalls',
  'types/policies/care.ts WrittenCarePolicy',
  'types/policies/care.ts WrittenVoucherPolicy',
  'types/policies/meal.ts WrittenMealPolicy',
  'types/policies/meal.ts limitPeriods',
  'types/stations.ts accessFeatures',
  'types/stations.ts services',
  'types/visits.ts alarms',
  'types/visits.ts outcomes',
  'types/visits.ts queueFilters',
  'types/words/meals/day-menu.ts sayDayMenu',
]

/** Entries of the build: whoever runs them takes what they export. */
const programs = [...read('config/bundles.mjs').matchAll(/\bin: '([^']+)'/g)].map(([, file = '']) => file)

const PAGE = /^src\/(app|(pages|packages)\/.+\/index)(\.config)?\.tsx?$/
const STAND_IN = /^tests\/pages\/mock-\w+\.tsx?$/

/** Taken without an import: pages and set-ups by their default export, functions by `main`, stand-ins by jest. */
const isTakenUnseen = (file: string, name: string): boolean =>
  programs.includes(file) ||
  (name === 'default' &&
    (PAGE.test(file) || /^(config\/index|tests\/browser\/open-browser)\.ts$/.test(file))) ||
  (name === 'main' && /^tests\/emulator\/functions\/\w+\/index\.ts$/.test(file)) ||
  STAND_IN.test(file)

describe('exports', () => {
  const files = ['src', 'cloudfunctions', 'types', 'emulator', 'config', 'tests'].flatMap(sourcesOf)
  const sources = Object.fromEntries(files.map((file) => [file, read(file)]))

  it('are imported by something that is no test, but for those in the list', () => {
    expect(files.length).toBeGreaterThan(900)
    expect(deadExports(sources).sort()).toEqual(testsOnly)
    expect(testsOnly).toHaveLength(MOST)
  })

  const seat = 'export const seat = 1\nexport interface Table {}\n'
  it.each<[string, Sources, string[]]>([
    ['nobody imports', { 'types/x.ts': seat }, ['types/x.ts seat', 'types/x.ts Table']],
    [
      'only a test imports',
      { 'types/x.ts': seat, 'tests/x.test.ts': "import { seat, type Table } from '#types/x'" },
      ['types/x.ts seat', 'types/x.ts Table'],
    ],
    [
      'are imported in part',
      { 'types/x.ts': seat, 'src/y.ts': "import type { Table } from '#types/x'" },
      ['types/x.ts seat'],
    ],
    [
      'only their own file uses',
      { 'emulator/x.ts': 'export function run() {}\nrun()\n' },
      ['emulator/x.ts run'],
    ],
    [
      'are only passed on',
      { 'types/x.ts': seat, 'types/y.ts': "export { seat as place, type Table } from './x'" },
      ['types/y.ts place', 'types/y.ts Table'],
    ],
    [
      'a namespace leaves out',
      { 'types/x.ts': seat, 'types/y.ts': "import * as x from './x'\nx.seat\n" },
      ['types/x.ts Table'],
    ],
    ['of a test nobody imports', { 'tests/x.ts': seat }, ['tests/x.ts seat', 'tests/x.ts Table']],
    [
      'no page has',
      { 'src/components/x.tsx': 'export default () => null' },
      ['src/components/x.tsx default'],
    ],
  ])('finds those that %s', (_what, planted, dead) => {
    expect(deadExports(planted)).toEqual(dead)
  })

  it.each<[string, Sources]>([
    [
      'under another name',
      { 'types/x.ts': seat, 'src/y.ts': "import { seat as s, type Table as T } from '#types/x'" },
    ],
    [
      'later',
      { 'src/x.ts': 'export const [a, { b }] = c', 'src/y.ts': "const { a, b } = await import('./x')" },
    ],
    [
      'by a launcher',
      { 'config/x.mjs': 'export const x = 1', 'config/y.mjs': "const { x } = await import('./x.mjs')" },
    ],
    [
      'by a test, of a test',
      { 'tests/x.ts': seat, 'tests/y.test.ts': "import { seat, type Table } from './x'" },
    ],
    ['of a folder', { 'src/x/index.tsx': 'export const X = 1', 'src/y.tsx': "import { X } from '@/x'" }],
    ['for WeChat alone', { 'src/x.weapp.tsx': 'export const X = 1', 'src/y.tsx': "import { X } from './x'" }],
    [
      'by Taro',
      { 'src/pages/x/index.tsx': 'export default function X() {}', 'src/app.config.ts': 'export default {}' },
    ],
  ])('knows what is imported %s', (_how, planted) => {
    expect(deadExports(planted)).toEqual([])
  })
})

/** Every export that no other file imports, as `file name`. What a test imports counts for tests only. */
function deadExports(sources: Sources): string[] {
  const exported: [file: string, name: string][] = []
  const used = new Set<string>()
  for (const [file, text] of Object.entries(sources)) {
    const { exported: names, imported } = moduleNames(file, text)
    exported.push(...[...new Set(names)].map((name): [string, string] => [file, name]))
    const isTest = file.startsWith('tests/')
    for (const [from, name] of imported) if (!isTest || from.startsWith('tests/')) used.add(`${from} ${name}`)
  }
  return exported.flatMap(([file, name]) => {
    const path = file.replace(/(\.weapp)?\.(tsx?|mjs)$/, '')
    const isUsed = [path, path.replace(/\/index$/, '')].some((one) => used.has(`${one} ${name}`))
    return isUsed || isTakenUnseen(file, name) ? [] : [`${file} ${name}`]
  })
}
