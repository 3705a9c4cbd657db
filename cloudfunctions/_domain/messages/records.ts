import { Notice } from '#types/notices'
import { templateNames } from '#types/templates'
import { Instant } from '#types/values'
import * as z from '#types/z'
import { Openid } from '../people/records'

/** What became of a message for one person. `due`: not sent yet, or to be tried again. Everything else is final. */
const recipientStates = [
  'due',
  'sent',
  /** They have not agreed to another message (43101). */
  'refused',
  /** No answer came: it may have arrived, so it is not repeated. */
  'unknown',
  'givenUp',
  /** Not sent: by our count they have no yes left, or keep the last for what matters more; or there is no template. */
  'kept',
  /** They may not know of it any more, or it is not so any more. */
  'gone',
] as const

/** What one person reads; each field as the template has it, cut when it is sent. */
export const Said = z.strictObject({
  page: z.string(),
  who: z.string(),
  what: z.string(),
  at: Instant,
  state: z.string(),
})

/**
 * As what somebody is told: whoever asked or booked; the elder on her own phone; everybody near her who may see; whoever has
 * taken the visit on; the nearest who could; and those who answer for station, kitchen, town and district.
 */
const toldAs = [
  'asker',
  'elder',
  'family',
  'helper',
  'helpers',
  'clerk',
  'kitchen',
  'manager',
  'coordinator',
  'supervisor',
] as const

const Recipient = z.strictObject({
  openid: Openid,
  as: z.enum(toldAs),
  said: Said,
  state: z.enum(recipientStates),
  /** Told once more of the same: their last yes is kept for what is found. Absent: they hear of it for the first time. */
  isAgain: z.optional(z.literal(true)),
})

/**
 * One happening, told to everybody who should know: written in the transaction of what it tells, sent after it. Its id is made
 * from the intention, so that one happening is told once.
 */
export const MessageRecord = z.extend(
  z.pick(Notice, { id: true, kind: true, elderId: true, ref: true, at: true }),
  {
    district: z.string(),
    template: z.enum(templateNames),
    /** Sent again where no answer came: rather twice than not at all. */
    isUrgent: z.boolean(),
    to: z.array(Recipient),
    /** How often it was tried. */
    tries: z.int(),
    /** Since when somebody sends it; null while nobody does. */
    claimedAt: z.nullable(Instant),
    /** Whether something is left to be sent. */
    isLeft: z.boolean(),
  },
)

export type ToldAs = (typeof toldAs)[number]
export type Said = z.infer<typeof Said>
export type Recipient = z.infer<typeof Recipient>
export type MessageRecord = z.infer<typeof MessageRecord>

/** A happening as somebody wants it told, before it has an id and is sent. */
export type Telling = Pick<MessageRecord, 'district' | 'elderId' | 'kind' | 'ref'> & {
  to: readonly Pick<Recipient, 'openid' | 'as' | 'said' | 'isAgain'>[]
}
