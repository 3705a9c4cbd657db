import { addDays, localDate } from '#types/days'
import type { MenuDish, MenuSet, UnseenPhoto } from '#types/meals/menus'
import { instantAt } from '../../base/calendar'
import type { DishPhotoRecord, MenuRecord } from './records'

/**
 * Where functions keep a photo of a dish while WeChat looks at it, and where everybody may read it afterwards. Phones write in neither: the
 * rule of the storage lets them write in the first folder of `sentDishPath` alone (docs/deploy.md).
 */
const JUDGING = '/judging/'
const SHOWN = '/dishes/'

/** Where a phone puts a photo for a kitchen: nobody guesses `name`. */
export const sentDishPath = (kitchenId: string, name: string): string => `kitchens/${kitchenId}/${name}.jpg`

/** So many characters of a name nobody guesses; a menu holds it once for each of its dishes and sets. */
const NAME = 22

/** Where the copy of a photo is kept while WeChat looks at it. */
export const judgedPath = (kitchenId: string, name: string): string =>
  `judging/${kitchenId}/${name.slice(0, NAME)}.jpg`

/** Whether a path is one of those that anybody may read. */
export const isForEverybody = (path: string): boolean => /^dishes\/[\w-]+\//.test(path)

/** What the storage calls a photo once it is shown, of what it calls the copy that is looked at; and the other way about. */
export const shownPhoto = (sealed: string): string => sealed.replace(JUDGING, SHOWN)
export const sealedPhoto = (photo: string): string => photo.replace(SHOWN, JUDGING)

/** The path of a file in the storage. */
export const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')

/** Whether a photo lies in the folder of a kitchen's own, in the storage of this environment. */
export function isOfKitchen(photo: string, kitchenId: string, environment: string): boolean {
  const [bucket = ''] = photo.replace('cloud://', '').split('/')
  const isOurs = bucket === environment || bucket.startsWith(`${environment}.`)
  return isOurs && pathOf(photo).startsWith(`dishes/${kitchenId}/`)
}

/** Days after which it is looked again whether a menu still names a photo: menus are kept for years. */
const LOOK_DAYS = 14

/** When it is looked again whether a menu still names a photo. */
export const nextLook = (now: Date): string => instantAt(addDays(localDate(now), LOOK_DAYS), '00:00')

/** Every photo that a menu names, once. */
export const photosIn = ({ dishes, sets }: Pick<MenuRecord, 'dishes' | 'sets'>): string[] => [
  ...new Set([...dishes, ...sets].flatMap(({ photo }) => photo ?? [])),
]

/** Why the photo of which dish and of which set is shown to nobody. @param known what is kept of the photos that the menu names */
export function unseenIn(
  { dishes, sets }: Pick<MenuRecord, 'dishes' | 'sets'>,
  known: readonly Pick<DishPhotoRecord, 'sealed' | 'judged'>[],
): Record<'dishes' | 'sets', Record<string, UnseenPhoto>> {
  const whyOf = ({ id, photo }: MenuDish | MenuSet): [string, UnseenPhoto][] => {
    if (photo === undefined) return []
    const found = known.find(({ sealed }) => sealed === sealedPhoto(photo))
    if (found?.judged === 'good') return []
    return [[id, found ? (found.judged ?? 'awaited') : 'gone']]
  }
  return { dishes: Object.fromEntries(dishes.flatMap(whyOf)), sets: Object.fromEntries(sets.flatMap(whyOf)) }
}
