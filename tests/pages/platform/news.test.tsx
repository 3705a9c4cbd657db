import { onPhone } from '../on-phone'
import { failing, succeeding } from './wechat'

const template = (id: string, isLong = false) => ({ id, isLong })
const configured = (templates: object) => Object.assign(globalThis, { MESSAGE_TEMPLATES: templates })
const load = () => import('@/platform/news')
const ok = (answers: object) => succeeding({ errMsg: 'requestSubscribeMessage:ok', ...answers })

const { fetch } = globalThis
afterEach(() => {
  configured({})
  globalThis.fetch = fetch
})

describe('askForNews in WeChat', () => {
  beforeEach(() => configured({ meal: template('M'), visit: template('V'), application: null }))

  it('asks in the tap itself, for the templates that there are, and says what was agreed to', async () => {
    const requestSubscribeMessage = ok({ M: 'reject', V: 'accept' })
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    const asked = loaded.askForNews(['visit', 'application', 'meal'])
    expect(requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['V', 'M'], entityIds: [] }) // before anything is waited for
    expect(await asked).toEqual(['visit'])
  })

  it('asks one question at a time', async () => {
    let answer = (_: object) => {}
    const requestSubscribeMessage = jest.fn(() => new Promise((resolve) => (answer = resolve)))
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    const first = loaded.askForNews(['visit'])
    expect(await loaded.askForNews(['meal'])).toEqual([])
    answer({ V: 'accept' })
    expect(await first).toEqual(['visit'])
    void loaded.askForNews(['meal'])
    expect(requestSubscribeMessage).toHaveBeenCalledTimes(2)
  })

  it('leaves whoever said no in peace until the app is opened again, and asks for what else matters', async () => {
    const requestSubscribeMessage = ok({ M: 'reject', V: 'reject' })
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    for (const about of [['meal', 'visit'], ['meal', 'visit'], ['visit'], ['visit']] as const)
      expect(await loaded.askForNews(about)).toEqual([])
    expect(requestSubscribeMessage.mock.calls.map(([asked]) => asked)).toMatchObject([
      { tmplIds: ['M', 'V'] },
      { tmplIds: ['V'] },
    ])
  })

  it.each([
    ['a main switch that is off', 'fail 20004', 2],
    ['a question that was closed, which is not asked again', 'fail cancel', 1],
  ])('takes for no %s', async (_what, errMsg, times) => {
    const requestSubscribeMessage = failing(`requestSubscribeMessage:${errMsg}`)
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    for (let tap = 0; tap < 2; tap += 1) expect(await loaded.askForNews(['visit'])).toEqual([])
    expect(requestSubscribeMessage).toHaveBeenCalledTimes(times)
  })

  it('asks nothing where nothing is told later, or there is no template', async () => {
    const requestSubscribeMessage = ok({})
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    expect(await loaded.askForNews([])).toEqual([])
    expect(await loaded.askForNews(['application'])).toEqual([])
    expect(requestSubscribeMessage).not.toHaveBeenCalled()
  })

  it('asks once for a template that several share', async () => {
    configured({ meal: template('S'), visit: template('S'), application: template('A') })
    const requestSubscribeMessage = ok({ S: 'accept', A: 'ban' })
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    expect(await loaded.askForNews(['visit', 'meal', 'application'])).toEqual(['visit', 'meal'])
    expect(requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['S', 'A'], entityIds: [] })
  })

  it('never asks for long-term templates and others together, and has no lasting yes counted', async () => {
    configured({ meal: template('M'), visit: template('V', true), application: template('A', true) })
    const requestSubscribeMessage = ok({ V: 'accept', A: 'accept' })
    const { loaded } = await onPhone({ requestSubscribeMessage }, load)
    expect(await loaded.askForNews(['visit', 'meal', 'application'])).toEqual([])
    expect(requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['V', 'A'], entityIds: [] })
  })
})

describe('askForNews in the preview', () => {
  it('posts the tap to the cloud on the desk', async () => {
    configured({ visit: template('V') })
    const posted = jest.fn(async (_address: string, _request: object) => ({
      json: async () => ({ V: 'accept' }),
    }))
    globalThis.fetch = posted as unknown as typeof fetch // only what is used of it
    jest.resetModules() // what was loaded before was a phone's
    const { askForNews } = await load()
    expect(await askForNews(['visit'])).toEqual(['visit'])
    expect(posted).toHaveBeenCalledWith(
      '/subscribe',
      expect.objectContaining({ method: 'POST', body: '{"tmplIds":["V"]}' }),
    )
  })
})
