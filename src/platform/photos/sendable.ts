import { photoBytes } from '#types/limits'
import { pictureKind } from '#types/photos'
import { TakeError } from './fault'

/**
 * A photo that the cloud would refuse does not leave the phone.
 * @param beginning its first bytes; null where they cannot be known
 * @param size in bytes; undefined where the phone does not tell
 * @throws TakeError `tooLarge`; `heic`; `unreadable` when it is empty or no photo
 */
export function requireSendable(beginning: Uint8Array | null, size: number | undefined): void {
  if (size === 0) throw new TakeError('unreadable')
  if (size !== undefined && size > photoBytes) throw new TakeError('tooLarge')
  if (beginning === null) return
  const kind = pictureKind(beginning)
  if (kind === 'heic') throw new TakeError('heic')
  if (kind === null) throw new TakeError('unreadable')
}
