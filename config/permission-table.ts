import { api } from '../types/api'
import type { Action, Who } from '../types/contract'

/** Under which heading each stands: whoever is new does not compile without one. */
const headingOf: Record<Who, string> = {
  anyone: 'anyone',
  signedIn: 'signed in',
  elder: 'elder',
  joinedPhone: 'joined phone',
  guardian: 'guardian',
  'family:view': 'family',
  'family:order': 'family',
  'family:health': 'family',
  'family:log': 'family',
  clerk: 'clerk',
  manager: 'manager',
  kitchen: 'kitchen',
  volunteer: 'volunteer',
  coordinator: 'coordinator',
  supervisor: 'supervisor',
  relative: 'of the record',
  assigned: 'of the record',
  asker: 'of the record',
  doer: 'of the record',
}

/** The columns, and whom each is about. */
const columns = [...new Set(Object.values(headingOf))].map((heading) => ({
  heading,
  who: (Object.keys(headingOf) as Who[]).filter((one) => headingOf[one] === heading), // its keys are no others
}))

const preface = `# Who may do what

Made from the contracts in \`types/\` by \`npm run permissions\`; \`tests/checks/permissions.test.ts\` fails where it is not what they say.
The cloud decides by the same lists, action by action, for the elder, the station, the town or the district concerned (\`types/contract.ts\`
says what each word means), and \`tests/cloud/access-matrix.test.ts\` tries every cell. A clerk's actions are a manager's too. An action
that changes something is **bold**.
`

/** The whole of \`docs/permissions.md\`. */
export function permissionTable(): string {
  const areas = Object.entries(api).map(
    ([area, actions]) => `## ${area}\n\n${tableOf(Object.entries(actions))}`,
  )
  return [preface, ...areas].join('\n')
}

function tableOf(actions: readonly (readonly [string, Action])[]): string {
  const rows = actions.map(([name, action]) => [
    action.writes ? `**${name}**` : name,
    ...columns.map(({ who }) => cellOf(action, who)),
  ])
  const heads = ['', ...columns.map(({ heading }) => heading)]
  const widths = heads.map((_, nth) => Math.max(...[heads, ...rows].map((cells) => cells[nth]?.length ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  const lines = [heads, rule, ...rows].map((cells) => cells.map((cell, nth) => cell.padEnd(widths[nth] ?? 0)))
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

/** ● for a role; what of it where it is more than one thing: \`order\`, \`assigned\`. */
function cellOf({ who }: Action, column: readonly Who[]): string {
  const held = column.filter((one) => who.includes(one))
  if (column.length > 1) return held.map((one) => one.replace('family:', '')).join(', ')
  return held.length > 0 ? '●' : ''
}
