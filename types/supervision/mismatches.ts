/** What the nightly check may find not to be so, by the rule that it breaks. */
export const integrityRules = [
  'placesDiffer',
  'dishesDiffer',
  'sittingMissing',
  'bookedTwice',
  'bookedForNobody',
  'ledgerDiffers',
  'entryWithoutOrder',
  'useNotCounted',
  'useWithoutOrder',
  'servedDayDiffers',
  'alarmDiffers',
  'visitForNobody',
  'helperDiffers',
  'awaitedNowhere',
  'relationDiffers',
  'accountDiffers',
  'membershipDiffers',
  'summaryDiffers',
  'ownPhoneDiffers',
  'selfDiffers',
  'elderNotFound',
  'cardDiffers',
  'identityDiffers',
  'joinedDiffers',
  'consentDiffers',
  'sealedUnreadable',
  'returnedDiffers',
  'noticeDiffers',
] as const

export type IntegrityRule = (typeof integrityRules)[number]

/** So many records are listed of one night; how many there were in all is counted. */
export const MOST_LISTED = 200
