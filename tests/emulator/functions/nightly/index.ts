/** A cloud function that a timer starts: notes how it was started, and writes to somebody. */
import cloud from 'wx-server-sdk'

export async function main(event: object): Promise<void> {
  cloud.init({ env: process.env.TCB_ENV })
  const { OPENID = null, SOURCE } = cloud.getWXContext()
  const note = { event, openid: OPENID, source: SOURCE, at: new Date().toISOString() }
  await cloud.database().collection('visits').add({ data: note })
  await cloud.openapi.subscribeMessage.send({ touser: 'o-li-min', templateId: 'T1', data: {} })
}
