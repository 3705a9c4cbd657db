import { datePattern, isCalendarDate } from './days'
import { codePattern, longest } from './limits'
import { contactPhoneOf, longestPhone, phoneOf } from './phones'
import { asName, asOneLine, asSeen } from './texts'
import * as z from './z'

/**
 * An identifier: letters, digits, `-` and, between the parts of a natural id, `_`
 * (`st-changjiang_2026-11-22_lunch`). One part never holds a `_`, except an openid, which always comes last.
 */
export const Id = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(128), z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/))

/** The id of an elder, a station, a kitchen: one part of natural ids, so without `_`. */
export const PartId = z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/))

/** A key that the phone makes for one intention of its user, so that a repeated call has one effect. */
export const Key = z.string().check(z.trim(), z.minLength(8), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/))

/** A local calendar date in Asia/Shanghai, `YYYY-MM-DD`, that exists (29 February only in leap years). */
export const LocalDate = z
  .string()
  .check(z.regex(datePattern), z.refine(isCalendarDate, { error: 'no such day' }))

/** A calendar month, `YYYY-MM`, from 2000 to 2999: the days around it can be written as a `LocalDate` too. */
export const Month = z.string().check(z.regex(/^2\d{3}-(0[1-9]|1[0-2])$/))

/** A local time of day, `HH:mm`. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** A day of the week: 1 for Monday to 7 for Sunday. */
export const Weekday = z.int().check(z.minimum(1), z.maximum(7))

/** An instant, ISO 8601 in UTC, so that texts sort as time does: `2026-11-22T03:30:00.000Z`. */
export const Instant = z.iso.datetime()

/** Money in fen, whole, never negative. */
export const Fen = z.int().check(z.minimum(0), z.maximum(100_000_000))

/** A duration in minutes, whole. */
export const Minutes = z.int().check(z.minimum(0))

/** A distance in metres, whole. */
export const Metres = z.int().check(z.minimum(0))

/** A place in GCJ-02, the coordinates that WeChat's maps use. Degrees. */
export const Place = z.strictObject({
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
})

/** The same as the database indexes it: longitude first. */
export const GeoPoint = z.strictObject({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number(), z.number()]),
})

/** A list in which nothing stands twice, as `keyOf` tells things apart: itself, unless it says otherwise. */
export const eachOnce = <T extends z.ZodMiniType>(
  one: T,
  most: number,
  keyOf: (value: z.infer<T>) => unknown = (value) => value,
) =>
  z.array(one).check(
    z.maxLength(most),
    z.refine((all) => new Set(all.map(keyOf)).size === all.length, { error: 'stands twice' }),
  )

/** A line that a person typed and others read, as they see it (`asOneLine`); it may be empty. */
export const Line = z.string().check(z.overwrite(asOneLine))

/** A line that says something, at most so many characters long. */
export const lineOf = (most: number) => Line.check(z.minLength(1), z.maxLength(most))

/** A short text that a person typed: one line, never empty, capped. */
export const ShortText = lineOf(longest.text)

/** The same where nothing said is no fault: what nobody could see counts as nothing. */
export const MaybeText = Line.check(z.maxLength(longest.text))

/** What a place, an organisation, a set meal or a dish is called. */
export const Title = lineOf(longest.title)

/** What somebody writes about a visit: as its readers see it, with its lines; capped, and empty where there is nothing to see. */
export const LongText = z.string().check(z.overwrite(asSeen), z.maxLength(longest.visitNote))

/** A name in the one spelling in which names are kept and compared (`asName`); never empty, capped. */
const nameOf = (most: number) => z.string().check(z.overwrite(asName), z.minLength(1), z.maxLength(most))

/** A letter or an ideograph, also one that fonts keep in a place of their own (Co): a sign, digits or an emoji alone are no name. */
const LETTER = /[\p{L}\p{Nl}\p{Co}]/u

/** A person's name as it is written on papers or as people say it. */
export const PersonName = nameOf(longest.name).check(z.regex(LETTER))

/** What somebody looks for: a name or a part of it, digits of a telephone or of a card. */
export const SearchText = nameOf(longest.search)

/** A telephone number as somebody typed or pasted it, in the one form in which numbers are kept and compared. */
const numberBy = (read: (text: string) => string | null) =>
  z.string().check(
    z.maxLength(longestPhone),
    z.overwrite((text) => read(text) ?? text),
    z.refine((text) => read(text) !== null, { error: 'no telephone number' }),
  )

/** A telephone number in China: a mobile, or a landline with its area code (`phoneOf`). */
export const PhoneNumber = numberBy(phoneOf)

/** A number at which somebody is rung in an emergency: also one of a service, or abroad (`contactPhoneOf`). */
export const ContactNumber = numberBy(contactPhoneOf)

/** Digits that somebody reads off a card or is told: an invitation, an elder's card. */
export const Code = Line.check(z.regex(codePattern))

/** An id number as somebody typed or pasted it, of any spelling (`readIdNumber`). */
export const TypedIdNumber = Line.check(z.maxLength(longest.typedIdNumber))

/** Where the next page of a list begins: what the page before gave, unread. */
export const PageCursor = z.string().check(z.maxLength(longest.cursor), z.regex(/^[A-Za-z0-9_-]+$/))

export type Place = z.infer<typeof Place>
export type GeoPoint = z.infer<typeof GeoPoint>
export type LocalDate = z.infer<typeof LocalDate>
export type Instant = z.infer<typeof Instant>
