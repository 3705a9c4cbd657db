/** A cloud function that a timer starts: notes how it was started, and writes to somebody. */
import cloud from 'wx-server-sdk'

export async function main(event: object): Promise<void> {
  cloud.init({ env: process.env.TCB_ENV })
  const { OPENID = null, SOURCE } = cloud.getWXContext()
  const note = { event, openid: OPENID, source: SOURCE, at: new Date().toISOString() }
  await cloud.database().collection('visits').add({ data: note })
  await cloud.openapi.subscribeMessage.send({
    touser: 'o-li-min',
    templateId: 'demo-template-visit',
    data: {
      thing1: { value: '王秀英' },
      thing2: { value: '有人要去看望' },
      time3: { value: '2031年11月25日 12:00' },
      phrase4: { value: '有人接了' },
    },
  })
}
