import type { CollectionName } from '../documents'
import * as meals from './meals'
import * as people from './people'
import type { Judge } from './rule'
import * as visits from './visits'

/** Every rule. A collection's records are judged by all that are of it. */
export const judges: readonly Judge<CollectionName>[] = [
  meals.placesDiffer,
  meals.dishesDiffer,
  meals.sittingMissing,
  meals.bookedTwice,
  meals.bookedForNobody,
  meals.ledgerDiffers,
  meals.entryWithoutOrder,
  meals.useNotCounted,
  meals.useWithoutOrder,
  meals.servedDayDiffers,
  visits.alarmDiffers,
  visits.visitForNobody,
  visits.helperDiffers,
  visits.awaitedNowhere,
  people.relationDiffers,
  people.accountDiffers,
  people.membershipDiffers,
  people.summaryDiffers,
  people.ownPhoneDiffers,
  people.selfDiffers,
  people.elderNotFound,
  people.cardDiffers,
  people.identityDiffers,
  people.joinedDiffers,
  people.consentDiffers,
  people.sealedUnreadable,
  people.returnedDiffers,
  people.noticeDiffers,
]
