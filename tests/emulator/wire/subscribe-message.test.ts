import { type MessageTemplate, templatesOf } from '../../../types/templates'
import { aCloud, type CloudOptions, refusal, type TestCloud } from '../sdk-cloud'

const ALICE = 'o-alice'

let cloud: TestCloud
let permitted: string[]

beforeEach(async () => {
  permitted = ['subscribeMessage.send']
  const callerOf: CloudOptions['callerOf'] = () => ({
    openid: ALICE,
    source: 'wx_client',
    openapi: permitted,
  })
  cloud = await aCloud({ callerOf, templates })
})
afterEach(() => cloud.close())

const templates = templatesOf({
  TEMPLATE_MEAL: 'T1:what=thing1,state=phrase2,at=time3',
  TEMPLATE_VISIT: 'T2:what=thing1,state=thing2',
  TEMPLATE_APPLICATION: 'T3:what=thing1,state=thing2:long',
})
const data = {
  thing1: { value: '午餐' },
  phrase2: { value: '已确认' },
  time3: { value: '2026年11月21日 11:30' },
}
const message = { touser: ALICE, templateId: 'T1', page: 'pages/order/index?id=1', data }
const send = (own: object = {}) => cloud.sdk.openapi.subscribeMessage.send({ ...message, ...own })
const refused = async (own: object = {}) => (await refusal(send(own))).errCode
const tap = (...ids: string[]) => cloud.gateway.grants.tap(ALICE, ids)
const outbox = () => cloud.gateway.outbox.messages()
const long = { templateId: 'T3', data: { thing1: { value: '申请' }, thing2: { value: '有结果了' } } }

describe('subscribeMessage.send', () => {
  it('goes to the outbox', async () => {
    tap('T1')
    cloud.clock.set(new Date('2026-11-21T03:00:00Z'))
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(outbox()).toEqual([{ ...message, at: expect.stringMatching(/^2026-11-21T03:00:0/) }])
  })

  it('is refused without a yes, and takes one for each message', async () => {
    expect(await refused()).toBe(43101)
    tap('T1')
    tap('T1')
    await send()
    await send()
    expect(await refused()).toBe(43101)
    expect(outbox()).toHaveLength(2)
  })

  it('takes the yes of that person for that template, and no other', async () => {
    tap('T2')
    cloud.gateway.grants.tap('o-bob', ['T1'])
    expect(await refused()).toBe(43101)
    expect(cloud.gateway.grants.left()).toEqual({ [ALICE]: { T2: 1 }, 'o-bob': { T1: 1 } })
  })

  it('sends by a long-term template without counting', async () => {
    await send(long)
    await send(long)
    expect(outbox()).toHaveLength(2)
  })

  it('is refused to a function whose config does not permit it', async () => {
    permitted = []
    tap('T1')
    expect(await refusal(send())).toMatchObject({
      errCode: -604101,
      errMsg: 'system error: error code: -604101',
    })
    expect(outbox()).toEqual([])
  })

  it.each([
    ['nobody', 40003, { touser: '' }],
    ['no template', 40037, { templateId: undefined }],
    ['a template that the mini-program has not', 40037, { templateId: 'T9' }],
  ])('answers %s as WeChat does', async (_, code, own) => {
    tap('T1')
    expect(await refused(own)).toBe(code)
  })

  it.each([
    ['a field that is missing', { ...data, thing1: undefined }],
    ['a field that is empty', { ...data, thing1: { value: '' } }],
    ['a number for a text', { ...data, thing1: { value: 5 } }],
    ['a field that the template has not', { ...data, thing4: { value: '多' } }],
    ['no data at all', {}],
    ['a value that its kind does not take', { ...data, phrase2: { value: 'OK' } }],
  ])('refuses %s, and takes no yes for it', async (_, wrong) => {
    tap('T1')
    const { errCode, errMsg } = await refusal(send({ data: wrong }))
    expect(errCode).toBe(47003)
    expect(errMsg).toMatch(/argument invalid! data\.\w+\.value invalid/)
    expect(cloud.gateway.grants.left()).toEqual({ [ALICE]: { T1: 1 } })
    expect(outbox()).toEqual([])
  })
})

describe('what a field takes', () => {
  const taking = async (name: string, value: string) => {
    const field = { what: { name, kind: 'thing' } } satisfies MessageTemplate['fields'] // WeChat knows more kinds than we fill
    await cloud.close()
    const own = { ...templates, visit: { id: 'T2', isLong: true, fields: field } }
    cloud = await aCloud({ callerOf: () => ({ source: 'wx_client', openapi: permitted }), templates: own })
    const sent = { touser: ALICE, templateId: 'T2', data: { [name]: { value } } }
    return cloud.sdk.openapi.subscribeMessage.send(sent).then(
      () => true,
      ({ errCode }: { errCode: number }) => errCode !== 47003,
    )
  }

  it.each([
    ['thing1', '字'.repeat(20), '字'.repeat(21)],
    ['thing1', '𠮷'.repeat(20), '两\n行'],
    ['thing1', '长江路 18 弄（3 号楼）', '看不见的\u0007'],
    ['phrase1', '等您去确认', '等您去确认了'],
    ['phrase1', '已确认', '已确认！'],
    ['time1', '15:01', '25:01'],
    ['time1', '2019年10月1日 15:01', '2019年10月1日'],
    ['time1', '2019年10月1日 15:01~2019年10月1日 16:00', '明天下午'],
    ['date1', '2019年10月1日', '10月1日'],
    ['date1', '2019年10月1日 15:01', '15:01'],
    ['number1', '32.5', '三'],
    ['letter1', 'abcDEF', 'abc1'],
    ['symbol1', '*#', 'a'],
    ['character_string1', 'A-12/3', '订单12'],
    ['amount1', '￥12.50元', '十二元'],
    ['phone_number1', '+86-138 0000 1234', '电话一三八'],
    ['name1', '王秀英', '张三丰李四王五赵六钱七'],
    ['name1', 'Abdulrahman Ali', '3 号楼'],
    ['thing1', '1', ''],
  ])('%s: %j, and not %j', async (name, good, bad) => {
    expect([await taking(name, good), await taking(name, bad)]).toEqual([true, false])
  })

  it('is nothing where WeChat has no such kind', async () => {
    expect(await taking('word1', '字')).toBe(false)
  })
})

describe('a tap of requestSubscribeMessage', () => {
  it('grants one of each template, at each tap', () => {
    expect(tap('T1', 'T2')).toEqual({ errMsg: 'requestSubscribeMessage:ok', T1: 'accept', T2: 'accept' })
    tap('T1')
    expect(cloud.gateway.grants.left()).toEqual({ [ALICE]: { T1: 2, T2: 1 } })
  })

  it('grants nothing to whoever says no', async () => {
    tap('T1')
    cloud.gateway.grants.refuseFor([ALICE])
    expect(tap('T1')).toEqual({ errMsg: 'requestSubscribeMessage:ok', T1: 'reject' })
    expect(await refused()).toBe(43101)
    expect(await refused(long)).toBe(43101)
  })

  it.each([
    ['for none', [], 20003],
    ['for four', ['T1', 'T2', 'T1', 'T2'], 20003],
    ['for one that there is not', ['T1', 'T9'], 20001],
    ['for long-term ones and others together', ['T1', 'T3'], 20002],
  ])('is refused %s', (_, ids, errCode) => {
    expect(tap(...ids)).toMatchObject({ errCode, errMsg: expect.stringContaining('fail') })
    expect(cloud.gateway.grants.left()).toEqual({})
  })
})
