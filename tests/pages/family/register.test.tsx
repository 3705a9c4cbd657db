import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ConsentState, Registered } from '#types/people/elders'
import type { District } from '#types/stations'
import Register from '@/packages/family/register'
import { rememberMe } from '@/services/person'
import { registeredKin } from '@/services/registered-kin'
import { aContact, aGuest, aHome, aMe, aNearbyStation, anElder, aStation } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const show = () => act(async () => void render(<Register />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string | RegExp, value: string) => fireEvent.change(box(name), { target: { value } })
const answer = (word: '同意' | '不同意') => pick(word)

const aText = (over: Partial<ConsentState> = {}): ConsentState => ({
  purpose: 'service',
  version: 'service-1',
  title: '为您办事',
  text: '我们记下您的名字和住处，才能给您订餐、上门。',
  given: null,
  ...over,
})
const texts = () => [
  aText(),
  aText({ purpose: 'health', version: 'health-1', title: '身体情况', text: '记下忌口，饭里好避开。' }),
]
const aRegistration = (over: Partial<Registered> = {}): Registered => ({
  elderId: 'e-wang',
  name: '王秀英',
  state: 'active',
  code: '12345678',
  stationName: '长江路社区养老驿站',
  ...over,
})
const here = {
  'people.consents': texts,
  'stations.nearby': () => [aNearbyStation(), aNearbyStation({ id: 'st-2', name: '梧桐里驿站' })],
  'stations.districts': () => ({ districts: [aDistrict()], next: null }),
  'stations.find': () => ({ stations: [aNearbyStation()], next: null }),
  'stations.show': () => aStation(),
  'people.me': aGuest,
}

const aDistrict = (over: Partial<District> = {}): District => ({
  id: 'gaoxin',
  name: '高新区',
  towns: [
    { id: 't-east', name: '东街道' },
    { id: 't-west', name: '西街道' },
  ],
  ...over,
})

async function whereSheLives() {
  await act(async () => undefined)
  pick(/长江路社区养老驿站/)
  await tap('下一步')
  type('小区和楼，或者村和组', '石榴苑 3 号楼')
  type('门牌号（可以不写）', '502')
  pick('一个人住')
  await tap('下一步')
}

async function herself() {
  type('您的名字', '王秀英')
  await tap('下一步')
  type('您的身份证号', '34010119440101068x')
  await tap('下一步')
  await whereSheLives()
  type('手机号', '13800000101')
  await tap('下一步')
}

async function toTheStation() {
  type('老人的名字', '王秀英')
  pick('女儿')
  type('您自己的名字', '李敏')
  await tap('下一步')
  type('老人的身份证号', '34010119440101068X')
  await tap('下一步')
}

async function herMother() {
  await toTheStation()
  await tap('东街道')
  await whereSheLives()
  pick('没有')
}

async function agreesToService() {
  answer('同意')
  await tap('下一步')
  answer('不同意')
}

const sentAs = (sent: { name: string; input: Record<string, unknown> }[], name: string) =>
  sent.filter((one) => one.name === name).map(({ input }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { for: 'me' }
  rememberMe(aGuest())
})

describe('registering oneself', () => {
  it('goes step by step and sends what was agreed to, each by itself', async () => {
    const sent = cloudAnswers({ ...here, 'people.registerSelf': () => aRegistration() })
    await show()
    await herself()
    answer('不同意')
    expect(screen.getByRole('button', { name: '同意了才能登记' })).toBeTruthy()
    answer('同意')
    await tap('下一步')
    expect(screen.getByText('同意“身体情况”吗？')).toBeTruthy()
    answer('不同意')
    await tap('好了，登记')
    expect(sentAs(sent, 'people.registerSelf')[0]).toMatchObject({
      elder: {
        name: '王秀英',
        idNumber: '34010119440101068X',
        building: '石榴苑 3 号楼',
        room: '502',
        living: 'alone',
        phone: '13800000101',
      },
      stationId: 'st-changjiang',
      agreed: [{ purpose: 'service', version: 'service-1' }],
    })
    expect(screen.getByText('王秀英，登记好了')).toBeTruthy()
    await tap('去首页')
    expect(phone.storage.get('elder')).toBe('e-wang')
  })

  it('does without an id number', async () => {
    const sent = cloudAnswers({ ...here, 'people.registerSelf': () => aRegistration() })
    await show()
    type('您的名字', '王秀英')
    await tap('下一步')
    pick('不填号码')
    expect(screen.getByRole('button', { name: '先填出生日期' })).toBeTruthy()
    type('年', '19440101')
    pick('女')
    await tap('下一步')
    await whereSheLives()
    pick('没有')
    await tap('下一步')
    await agreesToService()
    await tap('好了，登记')
    const [input] = sentAs(sent, 'people.registerSelf')
    expect(input?.elder).toMatchObject({ birthDate: '1944-01-01', sex: 'female', phone: null })
    expect(input?.elder).not.toHaveProperty('idNumber')
  })

  it.each([
    ['a slip of one digit', '340101194401010021', /一位一位对/],
    ['an X in the middle', '3401011944010X002X', /应该是十八位/],
    ['no such province', '16010119440101002X', /开头两位/],
    ['no such day', '340101194402300021', /出生日期对不上/],
    ['a day to come', '349900209901010023', /出生日期对不上/],
  ])('says at once that the id number has %s, and goes no further', async (_slip, idNumber, sentence) => {
    const sent = cloudAnswers(here)
    await show()
    type('您的名字', '王秀英')
    await tap('下一步')
    type('您的身份证号', idNumber.slice(0, 17))
    expect(screen.queryByText(sentence)).toBeNull()
    expect(screen.getByRole('button', { name: '先把十八位填全' })).toBeTruthy()
    type('您的身份证号', idNumber)
    expect(screen.getByText(sentence)).toBeTruthy()
    expect(screen.getByRole('button', { name: '号码还不对，再看一看' })).toBeTruthy()
    type('您的身份证号', '34010119440101068X')
    expect(screen.queryByText(sentence)).toBeNull()
    await tap('下一步')
    expect(screen.getByText('第 3 步，一共 7 步')).toBeTruthy()
    expect(sent.map(({ name }) => name)).not.toContain('people.registerSelf')
  })

  it('goes on to stations further away, and keeps in sight which one was chosen', async () => {
    const from = (first: number, count: number) =>
      Array.from({ length: count }, (_, nth) =>
        aNearbyStation({ id: `st-${first + nth}`, name: `${first + nth} 号驿站` }),
      )
    const sent = cloudAnswers({
      ...here,
      'stations.nearby': ({ after }) => (after ? from(11, 2) : from(1, 10)),
    })
    await show()
    type('您的名字', '王秀英')
    await tap('下一步')
    type('您的身份证号', '34010119440101068X')
    await tap('下一步')
    await act(async () => undefined)
    expect(sentAs(sent, 'stations.nearby')[0]).toMatchObject({ kinds: ['careCenter', 'station'] })
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    await tap('再看几家')
    await tap('再看远一些的')
    pick(/12 号驿站/)
    await tap('下一步')
    await tap('上一步')
    await act(async () => undefined)
    expect(screen.getByText('选好了：12 号驿站')).toBeTruthy()
  })

  it('points at the id number when the cloud does not take it', async () => {
    cloudAnswers({
      ...here,
      'people.registerSelf': () => {
        throw refused('BAD_ID_NUMBER', { why: 'checksum' })
      },
    })
    await show()
    await herself()
    await agreesToService()
    await tap('好了，登记')
    expect(screen.getByText(/一位一位对/)).toBeTruthy()
    expect(box('您的身份证号').value).toBe('34010119440101068X')
    type('您的身份证号', '349900194411120028')
    expect(screen.queryByText(/一位一位对/)).toBeNull()
    await tap('下一步')
    expect(screen.getByText('第 3 步，一共 7 步')).toBeTruthy()
  })

  it('shows the new text, unanswered, when it changed meanwhile', async () => {
    const words = { version: 'service-1' }
    cloudAnswers({
      ...here,
      'people.consents': () => [aText(words), aText({ ...texts()[1] })],
      'people.registerSelf': () => {
        words.version = 'service-2'
        throw refused('CONSENT_OUTDATED')
      },
    })
    await show()
    await herself()
    await agreesToService()
    await tap('好了，登记')
    expect(screen.getByText(/新的说明/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '先选同意还是不同意' })).toBeTruthy()
  })

  it('keeps everything but the id number when it is opened again', async () => {
    cloudAnswers({
      ...here,
      'people.registerSelf': () => {
        throw noNetwork()
      },
    })
    await show()
    await herself()
    await agreesToService()
    await tap('好了，登记')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    cleanup()
    await show()
    expect(screen.getByText('第 2 步，一共 7 步')).toBeTruthy()
    expect(box('您的身份证号').value).toBe('')
    type('您的身份证号', '34010119440101068X')
    await tap('下一步')
    await tap('下一步')
    expect(box('小区和楼，或者村和组').value).toBe('石榴苑 3 号楼')
  })

  it('is not done twice', async () => {
    rememberMe(aMe())
    cloudAnswers(here)
    await show()
    expect(screen.getByText('王秀英，您已经登记过了')).toBeTruthy()
  })

  it('says at once where her two registrations were joined, and whom to ring', async () => {
    rememberMe(aMe({ elders: [{ ...anElder(), isJoined: true }] }))
    const sent = cloudAnswers({ ...here, 'people.home': () => aHome({ contact: aContact() }) })
    await show()
    expect(screen.getByText('两份登记已经合成一份')).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    expect(sent.some(({ name }) => name.startsWith('people.register'))).toBe(false)
  })
})

describe('registering a relative', () => {
  beforeEach(() => {
    phone.params = { for: 'kin' }
  })

  it('says that nothing can be done until she agrees, and whom to ring', async () => {
    const pending = aRegistration({ name: '王秀英', state: 'pending' })
    const sent = cloudAnswers({ ...here, 'people.registerKin': () => pending })
    await show()
    await herMother()
    await tap('好了，替老人登记')
    expect(sentAs(sent, 'people.registerKin')[0]).toMatchObject({
      elder: { name: '王秀英', phone: null },
      relation: 'daughter',
      name: '李敏',
    })
    expect(screen.getByText('登记上了，还差本人同意')).toBeTruthy()
    expect(screen.getByRole('button', { name: '打电话给驿站' })).toBeTruthy()
    expect(screen.getByText(/000-0000-0103/)).toBeTruthy()
    expect(screen.getByText(/到驿站要一个邀请码/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '复制下来，发给老人' })).toBeTruthy()
    expect(registeredKin()).toEqual([
      {
        elderId: 'e-wang',
        name: '王秀英',
        stationId: 'st-changjiang',
        stationName: '长江路社区养老驿站',
      },
    ])
    await tap('知道了')
    expect(jest.mocked(Taro.reLaunch).mock.calls[0]?.[0].url).toBe('/pages/home/index')
  })

  it('lets no call come under the finger that goes on', async () => {
    let tellStation = () => {}
    cloudAnswers({
      ...here,
      'people.registerKin': () => aRegistration({ name: '王秀英', state: 'pending' }),
      'stations.show': () => new Promise((resolve) => (tellStation = () => resolve(aStation()))),
    })
    await show()
    await herMother()
    await tap('好了，替老人登记')
    expect(screen.getByText('登记上了，还差本人同意')).toBeTruthy()
    expect(screen.queryByRole('region', { name: '办理' })).toBeNull()
    await act(async () => tellStation())
    expect(screen.getByRole('region', { name: '办理' }).textContent).toBe('打电话给驿站')
  })

  it('asks where she lives and never goes by where the caller is', async () => {
    const others = [aDistrict(), aDistrict({ id: 'luyang', name: '庐阳区', towns: [] })]
    const sent = cloudAnswers({ ...here, 'stations.districts': () => ({ districts: others, next: null }) })
    await show()
    await toTheStation()
    expect(screen.getByText('按老人住的地方选，您人在哪里都行。')).toBeTruthy()
    await tap('高新区')
    await tap('西街道')
    expect(sentAs(sent, 'stations.find')).toEqual([
      { districtId: 'gaoxin', townId: 't-west', kinds: ['careCenter', 'station'] },
    ])
    expect(screen.getByRole('radio', { name: /长江路社区养老驿站/ }).textContent).not.toMatch(/公里|分钟/)
    await tap('换一个区，现在是高新区')
    await tap('庐阳区')
    expect(sentAs(sent, 'stations.find').at(-1)).toMatchObject({ districtId: 'luyang' })
    pick(/长江路社区养老驿站/)
    expect(screen.getByText('选好了：长江路社区养老驿站')).toBeTruthy()
    expect(sent.map(({ name }) => name)).not.toContain('stations.nearby')
  })

  it('finds a station by its name, a page at a time', async () => {
    const sent = cloudAnswers({
      ...here,
      'stations.find': ({ text, after }) =>
        text === '没有的'
          ? { stations: [], next: null }
          : after
            ? { stations: [aNearbyStation({ id: 'st-2', name: '梧桐里驿站' })], next: null }
            : { stations: [aNearbyStation()], next: 'page-2' },
    })
    await show()
    await toTheStation()
    type('按名字找', '没有的')
    expect(await screen.findByText('没有找到“没有的”')).toBeTruthy()
    type('按名字找', ' 驿站 ')
    await screen.findByRole('radio', { name: /长江路社区养老驿站/ })
    await tap('再看几家')
    await screen.findByRole('radio', { name: /梧桐里驿站/ })
    expect(sentAs(sent, 'stations.find').at(-1)).toMatchObject({ text: '驿站', after: 'page-2' })
  })

  it('asks first whom it is for when nobody said', async () => {
    phone.params = {}
    await show()
    await tap(/替家里的老人/)
    expect(screen.getByText('替哪位老人登记？')).toBeTruthy()
  })
})

describe('a registration that was begun', () => {
  const again = async () => {
    cleanup()
    phone.params = {}
    await show()
  }
  const begins = async () => {
    phone.params = { for: 'kin' }
    cloudAnswers(here)
    await show()
    await toTheStation()
    await again()
  }

  it('is named before anything is asked, and gone on with where it was', async () => {
    await begins()
    expect(screen.getByText('替王秀英登记，还没有写完')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /替家里的老人/ })).toBeNull()
    expect(screen.getByRole('button', { name: /给我自己/ })).toBeTruthy()
    await tap('接着写：替王秀英登记')
    expect(box('老人的身份证号').value).toBe('') // a number is kept nowhere
    type('老人的身份证号', '34010119440101068X')
    await tap('下一步')
    expect(screen.getByText('住在哪个街道或者镇？')).toBeTruthy()
  })

  it('is thrown away only when that was asked once more', async () => {
    await begins()
    await tap('重新写：替王秀英登记')
    await tap('还是留着')
    await tap('接着写：替王秀英登记')
    await again()
    await tap('重新写：替王秀英登记')
    await tap('不要了，重新写')
    expect(box('老人的名字').value).toBe('')
  })

  it('is none where nothing was written', async () => {
    cloudAnswers(here)
    await again()
    expect(screen.queryByText(/还没有写完/)).toBeNull()
    expect(screen.getByRole('button', { name: /替家里的老人/ })).toBeTruthy()
  })
})
