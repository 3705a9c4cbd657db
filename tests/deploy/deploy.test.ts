import { aProduct, CODE, DIGEST_KEYS, FIELD_KEYS, run, TEMPLATE_MEAL } from './a-deployment'
import { Tencent } from './tencent'

let tencent: Tencent
let product: ReturnType<typeof aProduct>

beforeEach(async () => {
  tencent = new Tencent()
  product = aProduct()
  await tencent.open()
})
afterEach(() => tencent.close())

const variables = (name: string) => tencent.functions.held.get(name)?.variables ?? {}
/** Calls that change something. */
const writes = () =>
  tencent.calls.filter((action) => /^(Create|Update|Modify|Batch|Delete)|RunCommands/.test(action))

describe('a first deployment', () => {
  beforeEach(async () => {
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
  })

  it('makes every collection with its indexes, closed to phones', () => {
    const { collections } = tencent.state()
    expect(Object.keys(collections).sort()).toEqual(['districts', 'invitations', 'stations'])
    for (const { acl } of Object.values(collections)) expect(acl).toBe('ADMINONLY')
    expect(collections.stations?.indexes.slice(2)).toEqual([
      { Name: 'location', Keys: [{ Name: 'location', Direction: '2dsphere' }], Unique: false },
      {
        Name: 'district_name',
        Keys: [
          { Name: 'district', Direction: '1' },
          { Name: 'name', Direction: '-1' },
        ],
        Unique: false,
      },
    ])
  })

  it('sets the rule of storage', () => {
    expect(tencent.storage.AclTag).toBe('CUSTOM')
    expect(JSON.parse(tencent.storage.Rule ?? '')).toEqual(product.storageRule)
  })

  it('makes every function with its runtime, time-out, timer and the variables that it needs, and no others', () => {
    expect(tencent.functions.held.get('people')).toMatchObject({
      runtime: 'Nodejs20.19',
      handler: 'index.main',
      timeout: 20,
      memory: 256,
      triggers: {},
    })
    expect(tencent.functions.held.get('clock')).toMatchObject({
      timeout: 60,
      triggers: { clock: '0 */5 * * * * *' },
    })
    const CODE_DIGEST = expect.any(String)
    expect(variables('people')).toEqual({
      ...{ FIELD_KEYS, DIGEST_KEYS, TEMPLATE_MEAL, CODE_DIGEST },
      ...{ FIRST_SUPERVISOR: CODE, DISTRICT: 'dongcheng' },
    })
    expect(variables('stations')).toEqual({ CODE_DIGEST })
    expect(variables('clock')).toEqual({ TEMPLATE_MEAL, CODE_DIGEST })
  })

  it('writes the first documents', () => {
    expect(tencent.state().collections.districts?.documents).toEqual([
      expect.objectContaining({ _id: 'dongcheng', name: '东城区' }),
    ])
  })

  it('leaves nothing to do for a second one, which changes nothing', async () => {
    const before = tencent.state()
    const { inserts } = tencent.database
    tencent.calls = []
    const second = await run(tencent, product)
    expect(second).toMatchObject({ isDone: true, count: 0 })
    expect(writes().filter((action) => action !== 'RunCommands')).toEqual([])
    expect(tencent.database.inserts).toBe(inserts)
    expect(tencent.state()).toEqual(before)
  })

  it('uploads the code again that changed, and no other', async () => {
    product.write('people', 'exports.main = () => 1')
    const second = await run(tencent, product)
    expect(second.text).toMatch(/ {2}✓ 上传代码\n {2}✓ 改设置（变量 CODE_DIGEST）\n云函数 people/)
    expect([...tencent.functions.held].map(([name, { uploads }]) => [name, uploads])).toEqual([
      ['people', 2],
      ['stations', 1],
      ['clock', 1],
    ])
    expect(await run(tencent, product)).toMatchObject({ count: 0 })
  })

  it('gives the functions no other variable of its own environment', async () => {
    await run(tencent, product, { environment: { TEMPLATE_MEAL, TEMPLATE_DIR: '/home', PATH: '/bin' } })
    expect(Object.keys(variables('clock'))).toEqual(['TEMPLATE_MEAL', 'CODE_DIGEST'])
  })

  it('uploads all code again when it is asked to', async () => {
    await run(tencent, product, { isAnew: true })
    expect([...tencent.functions.held.values()].map(({ uploads }) => uploads)).toEqual([2, 2, 2])
  })

  it('adds a changed index beside the old one, and says which is no longer needed', async () => {
    const stations = product.collections.stations
    if (stations) stations.indexes[1] = { name: 'district_name', keys: [['district', 1]] }
    const second = await run(tencent, product)
    expect(second.text).toContain('✓ 建索引 stations.district_name_2（district）')
    expect(second.text).toContain('! stations 多一个索引 district_name，用不到，没有删。')
    const names = tencent.state().collections.stations?.indexes.map(({ Name }) => Name)
    expect(names).toEqual(['_id_', '_openid_1', 'location', 'district_name', 'district_name_2'])
    expect(await run(tencent, product)).toMatchObject({ count: 0 })
  })

  it('keeps variables that somebody else has set, and changes a timer and a time-out', async () => {
    variables('clock').OWN = 'kept'
    const clock = product.functions.find(({ name }) => name === 'clock')
    if (clock)
      clock.config = {
        ...clock.config,
        timeout: 30,
        triggers: [{ name: 'clock', type: 'timer', config: '0 0 * * * * *' }],
      }
    const second = await run(tencent, product)
    expect(second.text).toMatch(/改设置（最长 30 秒）\n {2}✓ 改定时 clock（0 0 \* \* \* \* \*）/)
    expect(tencent.functions.held.get('clock')).toMatchObject({
      timeout: 30,
      triggers: { clock: '0 0 * * * * *' },
    })
    expect(variables('clock')).toMatchObject({ OWN: 'kept', TEMPLATE_MEAL })
  })

  it('waits for a function that an earlier run left in the middle of a change, and names a timer that is not ours', async () => {
    const clock = tencent.functions.held.get('clock')
    Object.assign(clock ?? {}, { busy: 3, triggers: { old: '0 0 3 * * * *' } })
    const second = await run(tencent, product)
    expect(second.text).toContain('! 多一个定时 old，没有删')
    expect(second).toMatchObject({ isDone: true, count: 1 })
    expect(clock?.triggers).toEqual({ clock: '0 */5 * * * * *', old: '0 0 3 * * * *' })
  })

  it('leaves a document as somebody has changed it since', async () => {
    const districts = tencent.database.collections.get('districts')
    districts?.documents.set('dongcheng', { _id: 'dongcheng', name: '改过的名字' })
    expect(await run(tencent, product)).toMatchObject({ count: 0 })
    expect(districts?.documents.get('dongcheng')).toEqual({ _id: 'dongcheng', name: '改过的名字' })
  })

  it('takes the first supervisor’s code away once somebody has used it', async () => {
    tencent.database.collections
      .get('invitations')
      ?.documents.set('first-supervisor', { _id: 'first-supervisor' })
    const second = await run(tencent, product)
    expect(second.text).toContain('改设置（变量 FIRST_SUPERVISOR、DISTRICT）')
    expect(variables('people')).not.toHaveProperty('FIRST_SUPERVISOR')
    expect(variables('people')).not.toHaveProperty('DISTRICT')
    expect(await run(tencent, product)).toMatchObject({ count: 0 })
  })
})

describe('a plan', () => {
  it('says what would be done and does nothing', async () => {
    const before = tencent.state()
    const plan = await run(tencent, product, { isPlan: true })
    expect(plan.isDone).toBe(true)
    expect(plan.lines).toEqual(
      expect.arrayContaining([
        '  要做：建集合 stations',
        '  要做：建索引 stations.location（location）',
        '  要做：写入 districts 1 份',
        '  要做：建定时 clock（0 */5 * * * * *）',
      ]),
    )
    expect(writes()).toEqual([])
    expect(tencent.state()).toEqual(before)
    expect((await run(tencent, product)).count).toBe(plan.count)
  })
})

describe('what stands in the way', () => {
  const refused = async (given: Parameters<typeof run>[2], words: RegExp) => {
    const before = tencent.state()
    const ended = await run(tencent, product, given)
    expect(ended.isDone).toBe(false)
    expect(ended.text).toMatch(words)
    expect(tencent.state()).toEqual(before)
  }

  it('is an access key that is not the right one', () =>
    refused({ secretKey: 'another' }, /不认这副访问密钥（AuthFailure\.SignatureFailure）/))

  it('is an environment of functions without timers', async () => {
    tencent.backend = 'cbf'
    await refused({}, /第二版（云函数 V2）：它没有定时触发器/)
  })

  it('is an environment that is stopped, or not there', async () => {
    tencent.status = 'ISOLATE'
    await refused({}, /现在不能用（ISOLATE）/)
    await refused({ envId: 'elsewhere' }, /没有找到环境 elsewhere/)
  })

  it('is a function of a Node in which the code does not run', async () => {
    await run(tencent, product)
    Object.assign(tencent.functions.held.get('people') ?? {}, { runtime: 'Nodejs12.16' })
    await refused({}, /people 的运行环境是 Nodejs12\.16，太旧了/)
  })

  it('is a permission that is not kept', async () => {
    tencent.database.keepsPermissions = true
    const ended = await run(tencent, product)
    expect(ended.isDone).toBe(false)
    expect(ended.text).toMatch(/集合 districts 的权限没有设成：设的是 ADMINONLY，读回来是 PRIVATE/)
  })

  it('is a function that the cloud cannot make', async () => {
    tencent.functions.failing = ['people']
    const ended = await run(tencent, product)
    expect(ended.text).toMatch(/云函数 people 没有做成（CreateFailed）：代码解不开/)

    tencent.functions.failing = []
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
    expect(tencent.functions.held.get('people')?.uploads).toBe(1)
  })

  it('is code that the cloud cannot take, until it can', async () => {
    await run(tencent, product)
    product.write('people', 'exports.main = () => 1')
    tencent.functions.failing = ['people']
    expect((await run(tencent, product)).text).toMatch(/云函数 people 没有做成（UpdateFailed）/)

    tencent.functions.failing = []
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
    expect(await run(tencent, product)).toMatchObject({ isDone: true, count: 0 })
  })

  it('is no connection', async () => {
    await tencent.close()
    expect((await run(tencent, product)).text).toMatch(/没有连上腾讯云.*再运行一次/)
    await tencent.open()
  })

  it('is a template with which the functions would not start', async () => {
    const TEMPLATE_VISIT = 'template-2:who=thing1'
    await refused(
      { environment: { TEMPLATE_VISIT } },
      /云函数 people .*TEMPLATE_VISIT 不能用：少了 what、state。/,
    )
    await run(tencent, product)
    const other = { TEMPLATE_VISIT: TEMPLATE_MEAL.replace('phrase2', 'phrase3') }
    await refused({ environment: other }, /TEMPLATE_VISIT 不能用：模板 template-1 前面写过/)
  })

  it('is a code for a district that is not there', async () => {
    const first = { code: CODE, district: 'zzz' }
    await refused({ places: undefined, first }, /环境里没有编号是 zzz 的区，什么也没有改/)
    await run(tencent, product)
    await refused({ places: undefined, first }, /环境里没有编号是 zzz 的区/)
    const known = { code: CODE, district: 'dongcheng' }
    expect(await run(tencent, product, { places: undefined, first: known })).toMatchObject({ isDone: true })
  })

  it('is a new pair of keys where there are elders, and no function holds those with which they were sealed', async () => {
    await run(tencent, product)
    tencent.database.collections.set('elders', { acl: 'ADMINONLY', indexes: [], documents: new Map() })
    const people = tencent.functions.held.get('people')
    tencent.functions.held.clear()
    expect(await run(tencent, product, { isPlan: true })).toMatchObject({ isDone: true })
    tencent.database.collections.get('elders')?.documents.set('e-1', { _id: 'e-1' })
    await refused({}, /已经有老人，可没有一个云函数有 FIELD_KEYS 和 DIGEST_KEYS，什么也没有改/)

    if (people) tencent.functions.held.set('people', people) // as the sentence says
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
  })

  it('is a code that nobody could enter, or one of no district', async () => {
    await refused({ first: { code: 'short' } }, /12 到 64 个字母、数字和短横/)
    await refused({ places: undefined }, /不知道是哪个区的监管人员/)
    await refused(
      { first: { code: CODE, district: 'xicheng' } },
      /DISTRICT 写的是 xicheng，资料里的区是 dongcheng/,
    )
  })
})
