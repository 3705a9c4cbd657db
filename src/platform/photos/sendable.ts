import { photoBytes } from '#types/limits'
import { pictureKind } from '#types/photos'
import { PhotoError } from './fault'

/**
 * A photo that the cloud would refuse does not leave the phone.
 * @param beginning its first bytes; null where they cannot be known
 * @param size in bytes; undefined where the phone does not tell
 * @throws PhotoError `tooLarge`; `heic`; `unreadable` when it is empty or no photo
 */
export function requireSendable(beginning: Uint8Array | null, size: number | undefined): void {
  if (size === 0) throw new PhotoError('unreadable')
  if (size !== undefined && size > photoBytes) throw new PhotoError('tooLarge')
  if (beginning === null) return
  const kind = pictureKind(beginning)
  if (kind === 'heic') throw new PhotoError('heic')
  if (kind === null) throw new PhotoError('unreadable')
}
