/**
 * How many records one reply holds at most, so that it stays within 100 KB whatever was typed into them.
 * A list as long as its page may have more; the next page starts `after` its last id where the action takes one.
 */
export const pageSize = {
  mealQueue: 60,
  myMeals: 45,
  myVisits: 12,
  /** On a home page. */
  alarms: 5,
  visitQueue: 12,
  /** More tasks than anybody may take on. */
  tasks: 20,
  foundElders: 20,
  stations: 20,
  /** Each with all of its towns. */
  districts: 12,
  log: 30,
  circle: 20,
  /** Whom she told no last, in her circle. */
  declined: 10,
  asked: 30,
  /** Each with up to ten elders. */
  sharedNumbers: 12,
  /** Settled lately, beside them. */
  settledLately: 20,
  staff: 20,
  roster: 50,
  places: 100,
  copy: 20,
  applications: 6,
  /** Applications that were sent back, on a home page. */
  returned: 20,
  reviews: 50,
  flags: 50,
  /** Nights, each with all that is listed of it. */
  mismatches: 2,
  operators: 100,
  /** Of a kitchen, one with the names of up to 300 who ordered. */
  tables: 50,
  sample: 200,
  likenesses: 20,
  /** Joined lately, beside them. */
  joinedLately: 20,
  misfits: 20,
} as const

/**
 * Lists whose rows differ much in length: a page ends where its reply would become too long, yet never before so many. Only a shorter
 * one is surely the last.
 */
export const leastOnPage = { mealQueue: 5, myMeals: 8 } as const

/** Steps that a record's history keeps; the audit log has them all. */
export const HISTORY_STEPS = 10

/** Changes after a confirmation that an order keeps: the latest; the audit log has them all. */
export const LATER_CHANGES = 4
