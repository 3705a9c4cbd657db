import type { ActionName } from './api'
import type { TemplateName } from './templates'

const atWork = ['visit', 'meal', 'application'] as const
const ofKin = ['visit', 'meal', 'application'] as const

/**
 * What somebody is told of later because of an action, the most important first: at the tap that does it, they are asked whether they
 * may be sent one more message of each. An action that is not here leads to no message.
 */
export const newsAfter: Readonly<Partial<Record<ActionName, readonly TemplateName[]>>> = {
  'meals.book': ['meal', 'visit'],
  'meals.switchMode': ['meal'],
  'meals.changeSet': ['meal'],
  'visits.request': ['visit'],
  'eligibility.apply': ['application', 'visit'],
  // Whoever goes to a door may be told that they need not, or to another.
  'visits.claim': ['visit'],
  'visits.arrive': ['visit'],
  // Whoever answers for a place is told of alarms there, of orders that nobody confirmed, and of whom families register.
  'meals.confirm': atWork,
  'meals.confirmMany': atWork,
  'meals.serve': atWork,
  // Whoever is near an elder is told of what alarms, though they asked for nothing.
  'people.accept': ofKin,
  'people.ask': ['application', 'visit', 'meal'],
  'people.grant': ofKin,
  'people.registerKin': ['application', 'visit', 'meal'],
  'people.registerSelf': ofKin,
}
