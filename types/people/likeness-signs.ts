/** What two registrations have in common that may be of one person. */
export const likenessSigns = ['name', 'birthDate', 'phone', 'building'] as const
export type LikenessSign = (typeof likenessSigns)[number]
