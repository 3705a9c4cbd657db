/** A cloud function that does with the SDK what tests ask for, and tells how each call went. */
import cloud from 'wx-server-sdk'

type Ask = 'read' | 'raise' | 'judge' | 'together' | 'inTurn' | 'afterSilence'

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no type for transactions, for its timeout, nor for what openapi answers
const sdk = cloud as any

const asks: Record<Ask, () => Promise<unknown>> = {
  read: async () => (await things().doc('a').get()).data.n,
  raise: () =>
    wentHow(
      things()
        .doc('a')
        .update({ data: { n: sdk.database().command.inc(1) } }),
    ),
  judge: async () => {
    const text = { openid: 'o-li-min', scene: 2, version: 2, content: '违禁示例词' }
    return (await sdk.openapi.security.msgSecCheck(text)).result.suggest
  },
  /** Two operations of one transaction at once, and one more. */
  together: async () => {
    const doc = await inTransaction()
    const both = await Promise.all([wentHow(doc.get()), wentHow(doc.get())])
    return [...both, await wentHow(doc.get())]
  },
  inTurn: async () => {
    const doc = await inTransaction()
    for (let round = 0; round < 30; round++) await doc.get()
  },
  /** A read of a transaction, which a test lets go unanswered, and the next one. */
  afterSilence: async () => {
    const doc = await inTransaction()
    return [await wentHow(doc.get()), await wentHow(doc.get())]
  },
}

export function main({ ask }: { ask: Ask }): Promise<unknown> {
  sdk.init({ env: process.env.TCB_ENV, timeout: Number(process.env.SDK_TIMEOUT) })
  return asks[ask]()
}

const things = () => sdk.database().collection('things')
const inTransaction = async () => (await sdk.database().startTransaction()).collection('things').doc('a')
const wentHow = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { errMsg: string }) => error.errMsg,
  )
