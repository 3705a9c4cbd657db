/** A cloud function that tells what it sees and does what a broken one might do. */
import dns from 'node:dns'
import https from 'node:https'
import cloud from 'wx-server-sdk'

let calls = 0

const acts: Record<string, (event: { [key: string]: unknown }, context: unknown) => unknown> = {
  event: (event, context) => ({ event, context }),
  calls: () => ++calls,
  time: () => [new Date().toISOString(), new Date(Date.now()).toISOString(), new Date(Date()).toISOString()],
  variable: ({ name }) => process.env[String(name)] ?? null,
  /** Who the SDK says is calling, before and after requests to the database. */
  who: async ({ collection }) => {
    const names = [cloud.getWXContext().OPENID]
    for (const _ of [1, 2, 3]) {
      await cloud.database().collection(String(collection)).count()
      names.push(cloud.getWXContext().OPENID)
    }
    return names
  },
  write: ({ collection, data }) =>
    cloud
      .database()
      .collection(String(collection))
      .add({ data: data as object }),
  log: () => console.warn('three words %s', 'here'),
  throw: () => {
    throw new Error('a secret in the message')
  },
  reject: async () => Promise.reject(new Error('rejected')),
  throwLater: () => new Promise(() => setTimeout(() => acts.throw?.({}, {}), 1)),
  exit: () => process.exit(3),
  loop: () => {
    for (;;);
  },
  wait: () => new Promise(() => setInterval(() => {}, 1000)),
  hoard: () => {
    const hoard: unknown[] = []
    for (;;) hoard.push(new Array(1000).fill(hoard.length).map(String))
  },
  large: () => 'x'.repeat(1024 * 1024),
  nothing: () => undefined,
  fetch: () => failureOf(() => fetch('http://192.0.2.1/')),
  https: () => failureOf(() => https.get('https://example.com/')),
  lookUp: () => failureOf(() => dns.promises.lookup('example.com')),
  resolve: () => failureOf(() => new dns.promises.Resolver().resolve4('example.com')),
}

export function main(event: { act: string; [key: string]: unknown }, context: unknown): unknown {
  cloud.init({ env: process.env.TCB_ENV })
  return acts[event.act]?.(event, context)
}

async function failureOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt()
    return 'got out'
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } }
    return code ?? cause?.code ?? String(error)
  }
}
