/** Why a photo was not taken, or not stored. */
export type PhotoFault =
  | 'notAllowed'
  | 'unreadable'
  | 'heic'
  | 'offline'
  | 'noReply'
  | 'tooLarge'
  | 'refused'
  | 'failed'

export class PhotoError extends Error {
  constructor(readonly fault: PhotoFault) {
    super(fault)
    this.name = 'PhotoError'
  }
}
