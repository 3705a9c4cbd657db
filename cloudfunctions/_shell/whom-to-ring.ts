import type { ErrorCode, ErrorDetail } from '#types/errors'
import { AppError } from '#types/errors'
import { find } from './cloud'

/** Refusals that only a station can help with, about an elder whom `elderId` in the detail names. */
const rung: readonly ErrorCode[] = ['ELDER_JOINED', 'JOINED_LATELY']

/**
 * A refusal with the name and the telephone number of the station that looks after the elder, in place of her id: whoever is refused
 * reads whom to ring. Any other error, and one whose station cannot be read now, says what it said.
 */
export async function withWhomToRing(error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || !rung.includes(error.code)) return error
  const { elderId, ...rest } = error.detail ?? {}
  return new AppError(error.code, { ...rest, ...(await stationOf(String(elderId)).catch(() => ({}))) })
}

async function stationOf(elderId: string): Promise<ErrorDetail> {
  const elder = await find('elders', elderId)
  const station = elder && (await find('stations', elder.stationId))
  if (!station) return {}
  return { stationName: station.name, ...(station.phone !== null && { stationPhone: station.phone }) }
}
