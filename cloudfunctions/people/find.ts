import { codePattern } from '#types/limits'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { phoneOf } from '#types/phones'
import * as z from '#types/z'
import { answersFor } from '../_domain/access/holdings'
import { foundElder } from '../_domain/people/elders/found'
import { nameAndTail } from '../_domain/people/elders/seeking'
import { isUnseen } from '../_domain/people/elders/seen'
import type { ElderRecord } from '../_domain/people/records'
import { allOf, beginsNamed, command, find, isNamed, select, soundsLike } from '../_shell/cloud'
import type { Ctx, Handler } from '../_shell/context'
import { decodeCursor, pageOf } from '../_shell/cursor'
import { markSeen } from '../_shell/elder-records/mark-seen'
import { phoneTailOf, samePhone } from '../_shell/sealed-parts'

/** After which elder a page begins. */
const Start = z.strictObject({ isUnseen: z.boolean(), name: z.string(), id: z.string() })
type Start = z.infer<typeof Start>

/** Whom nobody has seen: a record from before that was kept counts as seen. */
const unseen = allOf([{ seen: command.exists(true) }, { seen: null }])
const known = command.or([{ seen: command.exists(false) }, { seen: command.neq(null) }])

export const findElders: Handler<typeof people.find> = async (ctx, { stationId, text, after }) => {
  const account = ctx.knownAccount()
  const { district } = account
  const { stationIds } = answersFor(account)
  const start = after === undefined ? null : decodeCursor(after, Start)
  const phone = phoneOf(text)
  const card = text.replace(/[\s\p{Pd}\u2212.．_＿·•]/gu, '') // as the card prints it, in two groups
  const isCard = codePattern.test(card)
  const found = isCard
    ? await withCard(card, district)
    : await named({ text: phone ? phoneTailOf(phone) : text, district, stationIds }, start)
  const { page, next } = pageOf(found, pageSize.foundElders, (elder) => ({
    isUnseen: isUnseen(elder),
    name: elder.name,
    id: elder.id,
  }))
  const elders = (await standingFor(page)).filter(
    (elder) => elder.state !== 'erased' && (phone === null || isFoundBy(elder, page, phone)),
  )
  if (isCard) await Promise.all(elders.map((elder) => showCard(ctx, elder)))
  const others = elders.filter((elder) => !stationIds.includes(elder.stationId))
  await Promise.all(others.map((elder) => ctx.look({ ...elder, elderId: elder.id }, null, 'day')))
  return { elders: elders.map((elder) => foundElder(elder, ctx.now, stationId)), next }
}

/** Whose card a clerk reads stands at the counter, or sends somebody who has it. */
async function showCard(ctx: Ctx, known: ElderRecord): Promise<void> {
  if (!isUnseen(known)) return
  await ctx.transact('elders', async (work) => {
    await markSeen(work, known, 'card', ctx.now)
    return { record: { ...known, elderId: known.id }, by: ctx.actor(), about: 'card' }
  })
}

/** By her own number, or that of a registration that was joined to hers. */
const isFoundBy = (elder: ElderRecord, found: readonly ElderRecord[], phone: string): boolean =>
  found.some((one) => [one.id, one.joinedTo].includes(elder.id) && samePhone(one, phone))

interface Sought {
  text: string
  district: string
  /** Those of the caller. */
  stationIds: string[]
}

/**
 * Of the caller's own stations everybody whom a part of it fits, in letters too, of others only whom all of it does (`nameAndTail`). Whom
 * somebody has seen comes first, however many were registered of that name. A page and one more, so that it is known whether there is
 * another.
 */
async function named({ text, district, stationIds }: Sought, start: Start | null): Promise<ElderRecord[]> {
  const ofOwn = { district, stationId: command.in(stationIds) }
  const whole = nameAndTail(text)
  const read = soundsLike(text)
  const fits = command.or([
    { ...ofOwn, name: beginsNamed(text) },
    { ...ofOwn, phoneTail: text },
    ...(read ? [{ ...ofOwn, ...read }] : []),
    ...(whole ? [{ district, name: isNamed(whole.name), phoneTail: whole.phoneTail }] : []),
  ])
  const beyond = start
    ? [command.or([{ name: command.gt(start.name) }, { name: start.name, _id: command.gt(start.id) }])]
    : []
  const pageOfThose = (conditions: readonly object[]) =>
    select('elders', {
      where: allOf([fits, ...conditions]),
      orderBy: [
        ['name', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.foundElders + 1,
    })
  if (start?.isUnseen) return pageOfThose([unseen, ...beyond])
  const first = await pageOfThose([known, ...beyond])
  if (first.length > pageSize.foundElders) return first
  return [...first, ...(await pageOfThose([unseen]))].slice(0, pageSize.foundElders + 1)
}

/** Whom these are by now: in place of a registration that was joined to another, that other one, once. */
async function standingFor(found: readonly ElderRecord[]): Promise<ElderRecord[]> {
  const missing = found.flatMap(({ joinedTo }) =>
    joinedTo !== undefined && !found.some(({ id }) => id === joinedTo) ? [joinedTo] : [],
  )
  const others =
    missing.length === 0
      ? []
      : await select('elders', { where: { _id: command.in(missing) }, limit: missing.length })
  const inTurn = missing.flatMap((id) => others.find((one) => one.id === id) ?? [])
  return [...new Set([...found.filter(({ joinedTo }) => joinedTo === undefined), ...inTurn])]
}

async function withCard(code: string, district: string): Promise<ElderRecord[]> {
  const card = await find('cards', code)
  const elder = card?.elderId ? await find('elders', card.elderId) : null
  return elder?.district === district ? [elder] : []
}
