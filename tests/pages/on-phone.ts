import type TaroOfTests from './mock-taro'

type Wechat = Record<string, unknown>
type Loaded<T> = { loaded: T; Taro: typeof TaroOfTests & Wechat }

/** Loads modules as the WeChat build has them, with these parts of WeChat under them. */
export async function onPhone<T>(wechat: Wechat, load: () => Promise<T>): Promise<Loaded<T>> {
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = 'weapp'
  jest.resetModules()
  try {
    const { default: Taro } = await import('./mock-taro')
    Object.assign(Taro, wechat)
    return { loaded: await load(), Taro: Taro as Loaded<T>['Taro'] }
  } finally {
    if (before === undefined) delete process.env.TARO_ENV
    else process.env.TARO_ENV = before
  }
}
