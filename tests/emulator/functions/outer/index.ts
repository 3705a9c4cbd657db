/** A cloud function that calls another one. */
import cloud from 'wx-server-sdk'

export async function main(event: object): Promise<unknown> {
  cloud.init({ env: process.env.TCB_ENV })
  const reply = await cloud.callFunction({ name: 'probe', data: event })
  return typeof reply === 'object' ? reply.result : undefined // the SDK's typings still know the callback style
}
