import cloud from 'wx-server-sdk'

/** Asks the database for a collection that is not there; the error text shows whether the emulator was asked. */
export async function main({ collection }: { collection: string }): Promise<string> {
  cloud.init({ env: process.env.TCB_ENV })
  try {
    await cloud.database().collection(collection).doc('none').get()
    return 'found'
  } catch (error) {
    return error instanceof Error ? error.message : JSON.stringify(error)
  }
}
