import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Application } from '#types/eligibility/applications'
import Apply from '@/packages/benefits/apply'
import { rememberMe } from '@/services/person'
import { anApplicable, anApplication, someEntitlements } from '../applications'
import { aDaughter, aHome, aMe, anElder } from '../builders'
import { cameraGives, type Put, storageAnswers } from '../camera'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused, type Sent } from '../network'

const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

interface Around {
  earlier?: Application[]
  applies?(): Application
  stores?(nth: number): number | 'offline'
  starts?(): void
  isHeld?: boolean
}

let sent: Sent[]
let puts: Put[]

async function opened({ earlier = [], applies, stores = () => 200, starts, isHeld = false }: Around = {}) {
  let given = 0
  sent = cloudAnswers({
    'people.file': () => ({ name: '王秀英', politeName: '王奶奶' }) as never, // all that the page reads of it
    'people.home': () => aHome(),
    'eligibility.entitlements': () => someEntitlements(anApplicable()),
    'eligibility.isHeld': () => ({ isHeld }),
    'eligibility.applications': ({ after }) =>
      after === undefined ? { applications: [], next: 'more' } : { applications: earlier, next: null },
    'eligibility.startDocument': () => {
      starts?.()
      given += 1
      return { path: `applications/e-wang/photo-0000000${given}.jpg` }
    },
    'eligibility.apply': applies ?? (() => anApplication()),
  })
  puts = storageAnswers(stores)
  render(<Apply />)
  await act(async () => undefined)
}

const asked = (name: string) => sent.filter((one) => one.name === name).map(({ input }) => input)

async function takeBoth() {
  await tap('找好了，去拍照')
  await tap('拍照')
  await tap('下一步')
  await tap('拍照')
  await tap('下一步')
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { elderId: 'e-wang', category: 'subsistenceAllowance' }
  rememberMe(aDaughter())
  cameraGives('photo')
})

describe('applying', () => {
  it('takes no photo for a registration that was joined to another', async () => {
    rememberMe(aMe({ elders: [anElder({ isJoined: true })] }))
    await opened()
    expect(screen.getByText('两份登记已经合成一份')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /拍照/ })).toBeNull()
  })

  it('asks a daughter for no papers of what her mother holds already', async () => {
    await opened({ isHeld: true, earlier: [anApplication({ state: 'returned' })] })
    expect(screen.getByText('已经认定过了，不用再申请')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /拍照/ })).toBeNull()
    expect(asked('eligibility.isHeld')).toEqual([{ elderId: 'e-wang', category: 'subsistenceAllowance' }])
  })

  it('asks in the tap whether the decision may be told, before it waits for the photos', async () => {
    Object.assign(globalThis, { MESSAGE_TEMPLATES: { application: { id: 'A', isLong: false } } })
    await opened()
    const network = globalThis.fetch
    const addresses: string[] = []
    globalThis.fetch = (async (address: string, request: RequestInit) => {
      addresses.push(address)
      return address === '/subscribe' ? { json: async () => ({ A: 'accept' }) } : network(address, request)
    }) as unknown as typeof fetch // only what our clients use of it
    await takeBoth()
    await tap('都对，发出去')
    expect(addresses[0]).toBe('/subscribe')
    expect(addresses.filter((address) => address === '/subscribe')).toHaveLength(1)
    expect(asked('eligibility.apply')).toHaveLength(1)
    Object.assign(globalThis, { MESSAGE_TEMPLATES: {} })
  })

  it('says what to find, takes a photo of each paper, and sends them after a last look', async () => {
    await opened()
    expect(screen.getByText('替妈妈 王秀英申请认定“低保”。')).toBeTruthy()
    expect(screen.getByText('低保证')).toBeTruthy()
    await takeBoth()
    expect(screen.getByText('照片，一共 2 张')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '有的证件正在补办' }))
    expect(asked('eligibility.startDocument')).toEqual([])
    await tap('都对，发出去')

    const [first, second] = [
      'applications/e-wang/photo-00000001.jpg',
      'applications/e-wang/photo-00000002.jpg',
    ]
    expect(puts.map(({ path }) => path)).toEqual([first, second])
    expect(asked('eligibility.apply')).toEqual([
      {
        elderId: 'e-wang',
        category: 'subsistenceAllowance',
        documents: [
          { path: first, fileId: `cloud://env.bucket/${first}`, label: '身份证' },
          { path: second, fileId: `cloud://env.bucket/${second}`, label: '低保证' },
        ],
        note: '有的证件正在补办',
        key: expect.any(String),
      },
    ])
    expect(jest.mocked(Taro.redirectTo).mock.calls[0]?.[0].url).toBe(
      '/packages/benefits/application/index?applicationId=e-wang_subsistenceAllowance',
    )
    expect([...phone.storage.keys()].filter((key) => key.startsWith('draft'))).toEqual([])
  })

  it('takes a photo again in place of the bad one, adds another side, and takes one away', async () => {
    await opened()
    await tap('找好了，去拍照')
    await tap('拍照')
    const shown = () => screen.getAllByRole('button', { name: /身份证.*看大图/ }).length
    await tap('重新拍：身份证')
    expect(shown()).toBe(1)
    await tap('再拍一张，比如反面')
    expect(shown()).toBe(2)
    await tap('去掉：身份证，第 2 张')
    expect(shown()).toBe(1)
  })

  it('shows a photo large', async () => {
    await opened()
    await tap('找好了，去拍照')
    await tap('拍照')
    await tap('身份证，点一下看大图')
    expect(screen.getByRole('dialog', { name: '身份证' })).toBeTruthy()
  })

  it('takes six and no more', async () => {
    await opened()
    await tap('找好了，去拍照')
    await tap('拍照')
    for (let more = 0; more < 5; more += 1) await tap('再拍一张，比如反面')
    expect(screen.queryByRole('button', { name: '再拍一张，比如反面' })).toBeNull()
    await tap('下一步')
    expect(screen.getByText('最多 6 张，已经够了。')).toBeTruthy()
  })

  it('sends without a paper that is not there, but never without any', async () => {
    await opened()
    await tap('找好了，去拍照')
    await tap('现在没有，先空着')
    await tap('现在没有，先空着')
    expect(screen.getByText('还没有拍：身份证、低保证。至少先拍一张。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '先拍一张照片' }).getAttribute('aria-disabled')).toBe('true')
    await tap('上一步')
    await tap('拍照')
    await tap('下一步')
    await tap('都对，发出去')
    expect(asked('eligibility.apply')).toHaveLength(1)
  })

  it('says nothing when somebody thinks better of a photo, and what to do about a bad one', async () => {
    await opened()
    await tap('找好了，去拍照')
    cameraGives('nothing')
    await tap('拍照')
    expect(screen.queryByRole('status')).toBeNull()
    cameraGives('broken')
    await tap('拍照')
    expect(await screen.findByText(/照片打不开，没有放进来。.*直接拍一张。$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '拍照' })).toBeTruthy()
  })

  it.each([
    ['broken', /打不开，没有放进来。.*用相机直接拍一张/],
    ['heic', /HEIC.*没有放进来。.*截屏/],
    ['huge', /太大，没有放进来。.*用相机直接拍一张/],
  ] as const)(
    'does not take one that is %s, says what to do, and keeps the one before',
    async (choice, words) => {
      await opened()
      await tap('找好了，去拍照')
      cameraGives(choice)
      await tap('拍照')
      expect(await screen.findByText(words)).toBeTruthy()
      cameraGives('photo')
      await tap('拍照')
      expect(screen.queryByText(words)).toBeNull()
      cameraGives(choice)
      await tap('重新拍：身份证')
      const said = await screen.findByText(words)
      expect(said.textContent).toMatch(/原来那张还在。$/)
      expect(said.textContent).not.toMatch(/去掉|传/)
      expect(screen.getAllByRole('button', { name: /身份证.*看大图/ })).toHaveLength(1)
      await tap('下一步')
      expect(screen.queryByText(words)).toBeNull() // the next paper has nothing to do with it
    },
  )

  it('does not blame the line where the camera failed', async () => {
    await opened()
    await tap('找好了，去拍照')
    HTMLInputElement.prototype.click = () => {
      throw new Error('no camera')
    }
    await tap('拍照')
    expect(screen.getByText(/^没有拍成。请再点一次/)).toBeTruthy()
    expect(screen.queryByText(/传|我们这边/)).toBeNull()
  })

  it('says which photo did not arrive where another one is needed, and no more once it is taken away', async () => {
    await opened({ stores: (nth) => (nth === 2 ? 413 : 200) })
    await takeBoth()
    await tap('都对，发出去')
    expect(screen.getByText(/^第 2 张照片太大，没有传上去。请去掉它/)).toBeTruthy()
    await tap('去掉：第 2 张，低保证')
    expect(screen.queryByText(/太大/)).toBeNull()
  })

  it('says which photo is none, keeps everything else, and sends another one in its place', async () => {
    let isWrong = true
    await opened({
      applies: () => {
        if (isWrong) throw refused('NOT_A_PHOTO', { nths: ['1'], labels: ['身份证'] })
        return anApplication()
      },
    })
    await takeBoth()
    fireEvent.click(screen.getByRole('checkbox', { name: '有的证件正在补办' }))
    await tap('都对，发出去')
    expect(screen.getByText(/^第 1 张照片（身份证）打不开，还没有发出去。.*重新拍/)).toBeTruthy()
    await tap('去掉：第 1 张，身份证')
    expect(screen.queryByText(/打不开/)).toBeNull()
    isWrong = false
    await tap('上一步')
    await tap('上一步')
    await tap('拍照')
    await tap('下一步')
    await tap('下一步')
    await tap('都对，发出去')
    expect(puts.map(({ path }) => path.slice(-5))).toEqual(['1.jpg', '2.jpg', '3.jpg'])
    expect(asked('eligibility.apply')[1]).toMatchObject({
      documents: [{ label: '低保证' }, { label: '身份证' }],
      note: '有的证件正在补办',
    })
  })

  it.each([
    ['no network', 'offline', /照片没有传上去.*照片都还在/],
    ['a photo too large', 413, /太大/],
    ['a refusal', 403, /照片没有收下/],
  ] as const)('keeps everything after %s, and stores nothing twice', async (_, answer, words) => {
    await opened({ stores: (nth) => (nth === 2 ? answer : 200) })
    await takeBoth()
    await tap('都对，发出去')
    expect(screen.getByText(words)).toBeTruthy()
    expect(asked('eligibility.apply')).toEqual([])
    await tap('都对，发出去')
    expect(puts.filter(({ path }) => path.endsWith('1.jpg'))).toHaveLength(1)
    expect(asked('eligibility.startDocument')).toHaveLength(2)
    expect(asked('eligibility.apply')).toHaveLength(1)
  })

  it('asks for the same place again when the answer was lost', async () => {
    let isLost = true
    await opened({
      starts: () => {
        if (isLost) throw noNetwork()
      },
    })
    await takeBoth()
    await tap('都对，发出去')
    isLost = false
    await tap('都对，发出去')
    const [first, again, second] = asked('eligibility.startDocument').map(({ key }) => key)
    expect(again).toBe(first)
    expect(second).not.toBe(first)
  })

  it('stores once more what the cloud has lost', async () => {
    let isLost = true
    await opened({
      applies: () => {
        if (isLost) throw refused('DOCUMENT_MISSING')
        return anApplication()
      },
    })
    await takeBoth()
    await tap('都对，发出去')
    expect(screen.getByText(/照片没有传好/)).toBeTruthy()
    isLost = false
    await tap('都对，发出去')
    expect(puts).toHaveLength(4)
    expect(Taro.redirectTo).toHaveBeenCalledTimes(1)
  })

  it('still has what was stored and written when it is opened again', async () => {
    await opened({
      applies: () => {
        throw noNetwork()
      },
    })
    await takeBoth()
    fireEvent.click(screen.getByRole('checkbox', { name: '看不清就打电话问我' }))
    await tap('都对，发出去')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()

    cleanup()
    await opened()
    expect(screen.getByText('上次传上去的 2 张照片还留着，不用再拍，接着往下走就行。')).toBeTruthy()
    await tap('找好了，去拍照')
    expect(screen.getByText('身份证，拍好了，已经传上去。')).toBeTruthy()
    await tap('下一步')
    await tap('下一步')
    await tap('都对，发出去')
    expect(puts).toEqual([])
    expect(asked('eligibility.apply')[0]).toMatchObject({ note: '看不清就打电话问我', documents: [{}, {}] })
  })

  it('adds to what was sent back only what is missing', async () => {
    await opened({
      earlier: [anApplication({ state: 'returned', missing: ['身份证反面'], reason: '名字看不清' })],
    })
    expect(screen.getByText('还缺这几样')).toBeTruthy()
    expect(screen.getByText('看材料的人说：名字看不清')).toBeTruthy()
    await tap('找好了，去拍照')
    await tap('拍照')
    await tap('下一步')
    await tap('都对，发出去')
    expect(asked('eligibility.apply')[0]).toMatchObject({ documents: [{ label: '身份证反面' }] })
  })

  it('leads to one that is under way', async () => {
    await opened({ earlier: [anApplication({ state: 'inReview' })] })
    await tap('看看办到哪一步了')
    expect(Taro.redirectTo).toHaveBeenCalledTimes(1)
  })

  it('says so where a category is not used', async () => {
    phone.params = { elderId: 'e-wang', category: 'own-village', label: '本村的老人' }
    await opened()
    expect(screen.getByText('这里现在没有这一类')).toBeTruthy()
  })

  it('writes down how she asked, where a clerk does it', async () => {
    phone.params = { ...phone.params, stationId: 'st-changjiang' }
    rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
    await opened()
    await takeBoth()
    fireEvent.click(screen.getByRole('radio', { name: '电话里说的' }))
    await tap('都对，发出去')
    expect(asked('eligibility.apply')[0]).toMatchObject({ channel: 'phone' })
    expect(jest.mocked(Taro.redirectTo).mock.calls[0]?.[0].url).toContain('stationId=st-changjiang')
  })

  it('does nothing for an elder of whom one is not a relative', async () => {
    rememberMe(aMe({ elders: [anElder({ id: 'e-liu' })] }))
    await opened()
    expect(screen.getByText('现在不能替这位老人申请')).toBeTruthy()
  })
})
