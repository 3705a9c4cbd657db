import type { Capacity } from '#types/people/decisions'

/** In which capacity somebody decides for an elder. */
export const capacityWord: Record<Capacity, string> = { elder: '本人', guardian: '监护人' }
