import type { StationKind } from '#types/stations'

/** Where somebody works who can look after an elder: at a neighbourhood point nobody does. */
export const staffed: readonly StationKind[] = ['careCenter', 'station']
