export const livings = ['alone', 'couple', 'withFamily', 'withOther', 'institution'] as const
/** Where the household is registered, seen from the town and district that serve her. */
export const hukous = ['thisTown', 'thisDistrict', 'thisCity', 'thisProvince', 'elsewhere'] as const
export const sexes = ['female', 'male'] as const
