import { elderIn, stationIn } from '#types/ids'
import type { ElderRecord } from '../people/records'
import type { KitchenRecord } from '../stations/records'
import { isSupervisors } from '../visits/late'
import type { VisitRecord } from '../visits/records'

/** Whom and what a call concerns, as far as it is known. Helper, former helper and asker are openids. */
export interface Concern {
  elderId?: string
  stationId?: string
  kitchenId?: string
  townId?: string
  district?: string
  /** False: of the district, and yet no supervisor's, as long as it is not passed on to them. */
  isSupervised?: boolean
  helper?: string | null
  /** Counts as assigned only where giving back twice has to be one act, and where an emergency was found. */
  former?: string | null
  asker?: string
  /** Openid of the relative whom a relation is about. */
  relative?: string
  /** Openid of whoever did it already. */
  doer?: string | null
}

/**
 * Reads off an input whom it concerns. Natural ids tell station and elder without a look into the database.
 * Empty when the input names nobody.
 */
export function concernOf(input: object): Concern {
  const { elderId, stationId, sittingId, orderId } = input as Record<string, string | undefined>
  const elder = elderId ?? (orderId === undefined ? undefined : elderIn(orderId))
  const named = sittingId ?? orderId
  const station = stationId ?? (named === undefined ? undefined : stationIn(named))
  return {
    ...(elder !== undefined && { elderId: elder }),
    ...(station !== undefined && { stationId: station }),
  }
}

/** Whom a visit concerns. */
export function concernOfVisit(visit: VisitRecord): Concern {
  const { elderId, stationId, townId, district, asker } = visit
  const helper = visit.helper?.openid ?? null
  return { elderId, stationId, townId, district, asker, helper, isSupervised: isSupervisors(visit) }
}

/** Whom a call about an elder concerns. */
export function concernOfElder({ id, stationId, townId, district }: ElderRecord): Concern {
  return { elderId: id, stationId, townId, district }
}

/** Whom a call about a kitchen concerns: its people, and the station whose own it is. */
export function concernOfKitchen({ id, stationId, district }: KitchenPlace): Concern {
  return { kitchenId: id, district, ...(stationId !== null && { stationId }) }
}

type KitchenPlace = Pick<KitchenRecord, 'id' | 'stationId' | 'district'>
