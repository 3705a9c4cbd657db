import type { Absence } from '#types/people/elders'

export const absenceWord: Record<Absence['kind'], string> = { hospital: '住院', away: '外出' }
