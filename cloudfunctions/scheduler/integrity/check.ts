import { addDays, localDate } from '#types/days'
import type { CollectionName } from '../../_domain/documents'
import { judgedCollections, type Mismatch } from '../../_domain/integrity/judging'
import type { About } from '../../_domain/integrity/rule'
import { find, putAlone } from '../../_shell/cloud'
import { opensAll } from '../../_shell/sealed-parts'
import { personOf } from '../../_shell/secrets'
import { type CountedReads, countedReads, Spent } from './counted-reads'
import { judgePage } from './judge-page'
import { unnamed, writeDown } from './write-down'

/** Database calls of one night that read: what is left of three hundred writes down what was found. */
const MOST_READS = Number(process.env.NIGHT_READS ?? 220)
/** Of these so many for yesterday: something is left for the rest. */
const MOST_FOR_YESTERDAY = Math.ceil(MOST_READS * 0.7)

/** So many records are judged together; a sitting brings all of its orders with it, a period all of its meals. */
const TOGETHER = 50
const FEW_TOGETHER: { readonly [N in CollectionName]?: number } = { sittings: 20, subsidyUses: 20 }

const ROTA = 'integrity'

/** What is of a local date. */
const dated = ['sittings', 'mealOrders', 'servedDays', 'settlementEntries', 'visits'] as const

/** What one night has at hand, and what it has found so far. */
interface Night {
  about: About
  isOver(): boolean
  found: Mismatch[]
  judged: number
}

/**
 * Judges what was of yesterday, and then the rest from where the last night has stopped, as far as calls and time go; one turn at the
 * most. It changes nothing of what it judges: what is not so stands in `mismatches`, for somebody to look at.
 * @returns how many records were judged, and how much was found that nobody has to look at already
 */
export async function checkIntegrity(
  now: Date,
  isOver: () => boolean,
): Promise<{ judged: number; mismatches: number }> {
  const today = localDate(now)
  const night: Night = { about: { today, now, personOf, opens: opensAll }, isOver, found: [], judged: 0 }
  const first = countedReads(MOST_FOR_YESTERDAY)
  let mismatches = 0
  try {
    await asFarAsItGoes(() => judgeDay(addDays(today, -1), night, first))
    await judgeRest(night, countedReads(MOST_READS - MOST_FOR_YESTERDAY + first.left()))
  } finally {
    mismatches = await writeDown(night.found, now)
  }
  return { judged: night.judged, mismatches }
}

async function judgeDay(date: string, night: Night, reads: CountedReads): Promise<void> {
  for (const name of dated)
    for (let after: string | null = ''; after !== null && !night.isOver(); )
      after = await judgeNext(name, { date }, after, { night, reads })
}

/** Every collection once, beginning with the one in which the last night has stopped. */
async function judgeRest(night: Night, reads: CountedReads): Promise<void> {
  const known = await find('rotas', ROTA)
  const from = Math.max(0, judgedCollections.indexOf((known?.name ?? '') as CollectionName)) // an unknown name is the first
  let after = known?.after ?? ''
  let at = from
  await asFarAsItGoes(async () => {
    while (at < from + judgedCollections.length && !night.isOver()) {
      const next = await judgeNext(nth(at), {}, after, { night, reads })
      after = next ?? ''
      if (next === null) at++
    }
  })
  const isWhereItWas = nth(at) === nth(from) && after === (known?.after ?? '')
  if (!isWhereItWas) await putAlone('rotas', { id: ROTA, name: nth(at), after })
}

const nth = (at: number): CollectionName => judgedCollections[at % judgedCollections.length] ?? 'elders' // there are some

/** Judges the next records of a collection. @returns the last id of them; null once nothing is left */
async function judgeNext(
  name: CollectionName,
  where: object,
  after: string,
  { night, reads }: { night: Night; reads: CountedReads },
): Promise<string | null> {
  const together = FEW_TOGETHER[name] ?? TOGETHER
  const records = await reads.page(name, where, after, together)
  night.found.push(...unnamed(name, await judgePage(name, records, { reads, about: night.about })))
  night.judged += records.length
  return records.length < together ? null : (records.at(-1)?.id ?? null)
}

/** Until it is done, or no call is left. */
async function asFarAsItGoes(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Spent)) throw error
  }
}
