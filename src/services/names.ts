/** Short enough to stand on one line of the narrowest phone in the largest type; parts of a masked name are stars. */
const short = /^[\u4e00-\u9fff*]{2,5}$/
/** What the cloud calls a name: `name`, `elderName`, and `by` of whoever did something. */
const isNaming = (key: string) => /(?:name|by)$/i.test(key)
/** More are on no page: what was heard longest ago goes first. */
const most = 300

const heard = new Set<string>()
let inOrder: readonly string[] | null = null

/** Remembers the short names in an answer of the cloud, for as long as the app is open, so that no line ends inside of one. */
export function hear(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return
  for (const [key, value] of Object.entries(answer)) {
    if (typeof value === 'string') {
      if (isNaming(key) && short.test(value)) remember(value)
    } else hear(value)
  }
}

function remember(name: string): void {
  if (!heard.delete(name)) inOrder = null
  heard.add(name)
  const [oldest] = heard
  if (heard.size > most && oldest !== undefined) heard.delete(oldest)
}

/** Those that were heard, long ones first: 王秀英 before 王秀. The same list until another is heard. */
export function heardNames(): readonly string[] {
  inOrder ??= [...heard].sort((a, b) => b.length - a.length)
  return inOrder
}
