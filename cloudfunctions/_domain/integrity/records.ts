import { MismatchNight } from '#types/supervision'
import { Id } from '#types/values'
import * as z from '#types/z'

/** What one night found in one district, as it is kept: ids and rules, and of nobody a name. */
export const MismatchNightRecord = z.extend(MismatchNight, { district: Id })

/** How far the nightly check has come on its way through everything: the collection, and its last id that was judged. */
export const RotaRecord = z.strictObject({ id: Id, name: z.string(), after: z.string() })

export type MismatchNightRecord = z.infer<typeof MismatchNightRecord>
export type RotaRecord = z.infer<typeof RotaRecord>
