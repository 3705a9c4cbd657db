/** What nobody sees and what comes with a pasted number: marks of direction, joiners, soft hyphens. Phones may know no classes. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** Full-width characters, from `！` to `～`, and how far each stands from its ASCII twin (U+FF10 `０` to U+0030 `0`). */
const FULL_WIDTH = /[！-～]/g
const DISTANCE = 0xfee0

/** Numbers as they are typed or pasted, in the letters, digits and signs of a plain keyboard, without what nobody sees. */
export const asAscii = (text: string): string =>
  text.replace(UNSEEN, '').replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - DISTANCE))
