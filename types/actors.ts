import { roles } from './contract'
import { Relation } from './people/relations'
import * as z from './z'

/** How somebody who is not the elder asked: in the app, on the phone, at the counter. */
export const channels = ['app', 'phone', 'counter'] as const
export const Channel = z.enum(channels)

/** Who did something for an elder, in which capacity and by which channel. */
export const Actor = z.object({
  name: z.string(),
  role: z.enum(roles),
  /** How a relative is related; null for the elder herself and for staff. */
  relation: z.nullable(Relation),
  channel: Channel,
})

export type Channel = z.infer<typeof Channel>
export type Actor = z.infer<typeof Actor>
