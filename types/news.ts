import type { ActionName } from './api'
import type { TemplateName } from './templates'

const ofKin = ['visit', 'meal', 'application'] as const

/**
 * What somebody is told of later because of an action, the most important first: at the tap that does it, they are asked whether they
 * may be sent one more message of each. An action that is neither here nor in `newsAtWork` leads to no message.
 */
export const newsAfter: Readonly<Partial<Record<ActionName, readonly TemplateName[]>>> = {
  'meals.book': ['meal', 'visit'],
  'meals.switchMode': ['meal'],
  'meals.changeSet': ['meal'],
  'visits.request': ['visit'],
  'eligibility.apply': ['application', 'visit'],
  // Whoever is near an elder is told of what alarms, though they asked for nothing.
  'people.accept': ofKin,
  'people.ask': ['application', 'visit', 'meal'],
  'people.grant': ofKin,
  'people.registerKin': ['application', 'visit', 'meal'],
  'people.registerSelf': ofKin,
}

/** What those who answer for a place are told of: alarms there, orders that nobody confirmed, and whom families register. */
const ofPlaces = ['visit', 'meal', 'application'] as const

/** Whoever goes to a door may be told that they need not, or to another. */
const ofDoors = ['visit'] as const

/**
 * The same at actions that are done many times in a row by those who work here. What they are told does not come of this one tap, so
 * they are asked now and then, and not over each line of a list.
 */
export const newsAtWork: Readonly<Partial<Record<ActionName, readonly TemplateName[]>>> = {
  'visits.claim': ofDoors,
  'visits.arrive': ofDoors,
  'meals.confirm': ofPlaces,
  'meals.confirmMany': ofPlaces,
  'meals.serve': ofPlaces,
}
