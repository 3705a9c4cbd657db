import type { ActionName } from '#types/api'

/**
 * Acts whose reason is somebody's words about an elder: those that change something and show their reason to others. The
 * reasons for looking at her data are kept with the look. Written out, since every contract together would slow each cold start.
 */
export const wordedActs: readonly ActionName[] = [
  'eligibility.decide',
  'meals.bookFor',
  'meals.cancel',
  'meals.changeOrderedSet',
  'meals.close',
  'meals.confirm',
  'meals.refuse',
  'meals.serve',
  'meals.unserve',
  'people.correct',
  'people.erase',
  'people.recordDeath',
  'people.settleNumber',
  'people.undoDeath',
  'people.verify',
  'visits.request',
]
