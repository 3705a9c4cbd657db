/** Why a photo was not taken. */
export type TakeFault = 'notAllowed' | 'unreadable' | 'heic' | 'tooLarge' | 'failed'

/** Why a photo that was taken was not stored. */
export type StoreFault = 'offline' | 'noReply' | 'unreadable' | 'tooLarge' | 'refused' | 'failed'

export class TakeError extends Error {
  constructor(readonly fault: TakeFault) {
    super(fault)
    this.name = 'TakeError'
  }
}

export class StoreError extends Error {
  constructor(readonly fault: StoreFault) {
    super(fault)
    this.name = 'StoreError'
  }
}
