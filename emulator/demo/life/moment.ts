import type { LocalDate } from '#types/values'
import { instantAt } from '../../../cloudfunctions/_domain/base/calendar'

/** What the people of the district can do while their life is played. */
export interface Stage {
  /** Calls an action as the real phone would. @throws Error when it is refused: the life is written wrongly */
  act(openid: string, name: Action, input: object): Promise<Record<string, unknown>>
  /** Puts a photo of an invented paper where the cloud has given out a place; answers its file id. */
  sendPhoto(openid: string, path: string): Promise<string>
}

type Action = `${string}.${string}`

/** Something that somebody of the district does at one instant. */
export interface Moment {
  at: Date
  happens(stage: Stage): Promise<unknown>
}

/** A local time on a local date. */
export const timeOn = (date: LocalDate, time: string): Date => new Date(instantAt(date, time))

/** An action that somebody takes at an instant. */
export const does = (at: Date, openid: string, name: Action, input: object): Moment => ({
  at,
  happens: ({ act }) => act(openid, name, input),
})
