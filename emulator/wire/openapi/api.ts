import type { Grants } from '../grants'
import type { Outbox } from '../outbox'
import type { CloudStorage } from '../storage/cloud-storage'
import type { PhoneCodes } from './phone-codes'
import type { Pushes } from './pushes'

/** What the imitated apis look at and change. */
export interface OpenapiWorld {
  now: Date
  outbox: Outbox
  grants: Grants
  phoneCodes: PhoneCodes
  pushes: Pushes
  /** Where the files lie that are looked at; absent, none is found. */
  storage?: CloudStorage
}

/** WeChat's JSON. The SDK throws for an `errcode` other than 0, and gives everything else to the function in camelCase. */
export interface WeChatReply {
  errcode: number
  errmsg: string
  [member: string]: unknown
}
