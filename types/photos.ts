/** A picture by its first bytes, whatever its name says. `heic` is what an iPhone keeps: most other devices cannot show it. */
type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic'

/** So many first bytes tell what a picture is. */
export const TELLING_BYTES = 12

/** What a HEIC calls itself (ISO/IEC 23008-12), and what files of its family do. */
const HEIC = /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/

/** By the bytes, each as one character. */
const marks: readonly [PictureKind, (beginning: string) => boolean][] = [
  ['jpeg', (beginning) => beginning.startsWith('\xff\xd8\xff')],
  ['png', (beginning) => beginning.startsWith('\x89PNG\r\n\x1a\n')],
  ['webp', (beginning) => beginning.startsWith('RIFF') && beginning.startsWith('WEBP', 8)],
  ['heic', (beginning) => beginning.startsWith('ftyp', 4) && HEIC.test(beginning.slice(8))],
]

/** What a file that begins like this is; null for anything else, and for an empty one. */
export function pictureKind(beginning: Uint8Array): PictureKind | null {
  const text = String.fromCharCode(...beginning.slice(0, TELLING_BYTES))
  return marks.find(([, isOne]) => isOne(text))?.[0] ?? null
}
