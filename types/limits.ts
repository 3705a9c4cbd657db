/** How long what a person types may be, in characters. The phone stops where the contract would refuse. */
export const longest = {
  /** A reason, a note of one line. */
  text: 200,
  /** What is written about a visit. */
  visitNote: 500,
  /** What was done about a visit until it could be closed. */
  visitDone: 100,
  name: 30,
  /** What a dish, a set or a table is called, in the app and in a district's folder: an order names all dishes of its set. */
  menuName: 40,
  /** What a place or an organisation is called. */
  title: 60,
  /** What a diner should know of a set: 软, 少盐. */
  tag: 8,
  building: 60,
  room: 30,
  allergy: 20,
  /** Whoever assessed an elder's ability. */
  assessor: 60,
  /** Which paper shows a category. */
  evidence: 60,
  /** Which paper a photo shows. */
  paper: 60,
  /** What a clerk looks for an elder by. */
  search: 40,
  /** What a certificate says of itself: its number, who issued it. */
  certificate: 40,
  /** The number by which a sample is drawn. */
  seed: 40,
  /** A code with letters, as the first supervisor of a district has one. */
  code: 64,
  /** Where the next page of a list begins. */
  cursor: 500,
  idNumber: 18,
  /** The same as somebody typed or pasted it, with spaces. */
  typedIdNumber: 40,
} as const

/** How long a policy's document may be, in bytes as it is sent: a request has 20 KB in all. */
export const policyBytes = 18_000

/** How large a photo may be that leaves the phone, in bytes. */
export const photoBytes = 10 * 1024 * 1024

/** Bytes of a text in a request: three for most Chinese characters, two for a quotation mark, with the stroke before it. */
export const bytesAsSent = (text: string): number =>
  encodeURIComponent(JSON.stringify(text).slice(1, -1)).replace(/%[0-9A-F]{2}/g, '.').length

/** How many of a thing may be sent at once. */
export const most = {
  contacts: 5,
  allergies: 10,
  absences: 10,
  /** Photos of an application. */
  photos: 6,
  /** Papers that a reviewer finds missing. */
  missing: 6,
  /** Notices that are read at once: as many as a home page keeps. */
  notices: 50,
  /** Elders of the same name whom a clerk has looked at. */
  others: 20,
  /** Orders that are confirmed by one call: some ten database calls for each, and a function has 20 seconds. */
  confirmed: 10,
  /** Asks that are declined by one call, for the same reason. */
  declined: 10,
  /** Dishes and sets of one menu; of a set its sides and what a diner should know of it; sets of a day. */
  menuDishes: 75,
  menuSets: 35,
  sides: 8,
  tags: 4,
  setsOfDay: 20,
  /** Dishes and sets that one call writes: a request has 20 KB, and WeChat's check takes so many characters. */
  writtenDishes: 14,
  writtenSets: 9,
  /** Sets that are another on some day of a week. */
  otherSets: 10,
  /** Plans of one slot of a station that have not begun. */
  comingPlans: 6,
  /** Closures of a station that are not over. */
  closures: 30,
} as const

/** What a set meal of a canteen costs at most, fen: whoever writes more has left out a dot. */
export const mostSetPrice = 100_000

/**
 * A published set is not made more than so many times as dear, or as cheap, without a question: whoever writes that has mostly left out a dot
 * or a digit, and it can be booked at that price at once. Ours: no published source.
 */
export const muchOtherPrice = 2

/** How many places one sitting may have, seats and portions together: each is claimed in the one document of the sitting. */
export const mostPlaces = 300

/** How many tables a plan may have: so many with long names are sent at once. */
export const mostTables = 40

/** How many days ahead a district may let meals be booked: never over a whole month. */
export const mostDaysAhead = 28

/** Of how many days after today everybody reads which a station stays closed: as far ahead as any of its meals can be booked. */
export const closureDaysAhead = mostDaysAhead

/** Digits that somebody reads off a card or is told. */
export const codeDigits = 8
export const codePattern = /^\d{8}$/

/** A code of any kind: eight digits, or the longer one with letters. */
export const anyCodePattern = /^[A-Za-z0-9-]{8,64}$/
