import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Circle, CircleMember } from '#types/people/circle'
import type { ConsentState, ElderFile } from '#types/people/elders'
import Elder from '@/packages/staff/elder'
import { rememberMe } from '@/services/person'
import { anApplicable, someEntitlements } from '../applications'
import { aMe, aNearbyStation, aStation, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const aFile = (over: Partial<ElderFile> = {}): ElderFile => ({
  id: 'e-wang',
  state: 'active',
  name: '王秀英',
  politeName: '王奶奶',
  sex: 'female',
  birthDate: '1944-02-03',
  age: 82,
  idTail: '1228',
  phone: '138****3606',
  building: '长江路 18 弄',
  hasRoom: true,
  room: null,
  hukou: 'thisDistrict',
  residentSince: null,
  living: 'alone',
  absences: [],
  diedOn: null,
  askedOn: null,
  stationId: 'st-changjiang',
  stationName: '长江路社区养老驿站',
  hasOwnPhone: false,
  isVerified: true,
  health: { ability: null, diet: ['soft'], allergies: ['鸡蛋'] },
  categories: [
    { category: 'livingAlone', from: '2026-01-01', to: null, evidence: '社区证明', verifiedBy: '张静' },
  ],
  contacts: [{ name: '李敏', relation: 'daughter', phone: '139****0002' }],
  may: { correct: true, verify: true, reveal: true, decide: false },
  ...over,
})

const aMember = (over: Partial<CircleMember> = {}): CircleMember => ({
  id: 'e-wang_p-li',
  name: '李敏',
  relation: 'daughter',
  state: 'asked',
  scopes: ['view', 'order'],
  words: '妈妈，我是小敏',
  since: now,
  granted: null,
  ...over,
})

const aCircle = (over: Partial<Circle> = {}): Circle => ({
  elderId: 'e-wang',
  members: [aMember()],
  invitations: [],
  next: null,
  waiting: 0,
  ...over,
})

const aConsent = (over: Partial<ConsentState> = {}): ConsentState => ({
  purpose: 'service',
  version: 'service-1',
  title: '登记和办事',
  text: '记下名字和住址。',
  given: null,
  ...over,
})

const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const tapAndWait = (name: string | RegExp) => act(async () => tap(name))

function onPaper() {
  type('签字单的编号', 'T-17')
  type('还有谁在场', '李红')
}
const paper = { how: 'paper', form: 'T-17', witness: '李红' }

function opened(part?: string) {
  phone.params = { stationId: 'st-changjiang', elderId: 'e-wang', ...(part && { part }) }
  render(<Elder />)
}

beforeEach(() => {
  jest.clearAllMocks()
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe("an elder's registration at her station", () => {
  it('shows everything masked, and opens one subject at a time', async () => {
    cloudAnswers({ 'people.file': () => aFile() })
    opened()
    await screen.findByText('王秀英 · 82 岁')
    expect(screen.getByText('138****3606')).toBeTruthy()
    expect(screen.getByText('独居')).toBeTruthy()
    expect(screen.getByText('软烂、鸡蛋过敏')).toBeTruthy()
    tap(/^紧急联系人/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/elder/index?stationId=st-changjiang&elderId=e-wang&part=contacts',
    })
  })

  it('says of somebody whom another station looks after where to go on, and nothing of her', async () => {
    cloudAnswers({
      'people.file': () => {
        throw refused('FORBIDDEN')
      },
    })
    opened()
    await screen.findByText('这位老人的登记，这里打不开')
    expect(screen.queryByText(/再同意一次/)).toBeNull()
    tap('帮人订餐')
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/book-for/index?stationId=st-changjiang',
    })
  })

  it('shows first that she has not agreed', async () => {
    cloudAnswers({ 'people.file': () => aFile({ state: 'pending', health: null, categories: null }) })
    opened()
    await screen.findByText(/她还没有同意/)
    tap('记下她的同意')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('part=consents') })
  })

  it('offers only what may be done for an elder of another station', async () => {
    const may = { correct: false, verify: false, reveal: false, decide: false }
    cloudAnswers({ 'people.file': () => aFile({ may }) })
    opened()
    await screen.findByText('王秀英 · 82 岁')
    expect(screen.queryByRole('button', { name: /注销/ })).toBeNull()
    expect(screen.getByRole('button', { name: '给她订餐' })).toBeTruthy()
  })

  it('looks for an elder when none is named', async () => {
    phone.params = { stationId: 'st-changjiang' }
    cloudAnswers({})
    render(<Elder />)
    await act(async () => undefined)
    expect(screen.getByRole('textbox', { name: '找老人' })).toBeTruthy()
  })
})

describe('what is masked', () => {
  it('is shown only to whoever says why', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.reveal': () => ({ values: [{ name: null, value: '13800003606' }] }),
    })
    opened('phone')
    fireEvent.click(await screen.findByRole('button', { name: /看完整的电话/ }))
    tap('看一看')
    expect(screen.getByText('选一个原因，或者写一句。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '打电话联系' }))
    await tapAndWait('看一看')
    expect(sent[sent.length - 1]?.input).toMatchObject({ field: 'phone', reason: '打电话联系' })
    expect(screen.getByText('13800003606')).toBeTruthy()
    tap('关上')
    expect(screen.queryByText('13800003606')).toBeNull()
  })
})

describe('what the elder wants changed', () => {
  it('moves her without her old room and place', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.correct': () => aFile({ building: '梧桐里 3 号', hasRoom: false }),
    })
    opened('home')
    await screen.findByText('记了，这里不显示')
    type('小区或楼', '梧桐里 3 号')
    await tapAndWait('改好住址')
    expect(sent[sent.length - 1]?.input).toMatchObject({
      changes: { building: '梧桐里 3 号', room: null, place: null, living: 'alone' },
      channel: 'counter',
    })
    expect(screen.getByText('记好了。')).toBeTruthy()
  })

  it('keeps all contacts when one is added', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.reveal': () => ({ values: [{ name: '李敏', value: '13900000002' }] }),
      'people.correct': () => aFile(),
    })
    opened('contacts')
    fireEvent.click(await screen.findByRole('button', { name: '改联系人' }))
    await screen.findByText('第 1 位')
    tap('再加一位')
    fireEvent.change(screen.getAllByRole('textbox', { name: '名字' })[1] as HTMLElement, {
      target: { value: '王军' },
    })
    fireEvent.change(screen.getAllByRole('textbox', { name: '电话' })[1] as HTMLElement, {
      target: { value: '13700000003' },
    })
    await tapAndWait('记好联系人')
    expect(sent[sent.length - 1]?.input.changes).toEqual({
      contacts: [
        { name: '李敏', relation: 'daughter', phone: '13900000002' },
        { name: '王军', relation: 'daughter', phone: '13700000003' },
      ],
    })
  })

  it('keeps nothing of her health before she has agreed', async () => {
    cloudAnswers({ 'people.file': () => aFile({ health: null }) })
    opened('diet')
    expect(await screen.findByText('她没有同意记身体情况')).toBeTruthy()
    expect(screen.getByRole('button', { name: '去记同意' })).toBeTruthy()
  })
})

describe('a subject that cannot be kept as it stands', () => {
  const lookAbove = '上面还有没填好的，请往上看一看。'
  const openedWith = async (part: string) => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.correct': () => aFile(),
      'people.verify': () => aFile(),
      'people.reveal': () => ({ values: [{ name: '李敏', value: '13900000002' }] }),
      'stations.show': () => aStation(),
      'stations.nearby': () => [aNearbyStation({ id: 'st-2', name: '石榴驿站' })],
    })
    opened(part)
    await screen.findByText('王秀英 · 82 岁')
    return sent
  }
  const kept = (sent: { name: string }[]) =>
    sent.filter(({ name }) => ['people.correct', 'people.verify', 'people.move'].includes(name))

  it.each([
    ['diet', '对什么过敏', '一'.repeat(21), '先把过敏写短些', '鸡蛋', '记好忌口和过敏'],
    ['home', '小区或楼', ' ', '先写小区或者哪一栋楼', '梧桐里', '改好住址'],
  ])('says so on the button of %s', async (part, box, wrong, missing, right, done) => {
    const sent = await openedWith(part)
    type(box, wrong)
    await tapAndWait(missing)
    expect(screen.queryByRole('button', { name: done })).toBeNull()
    expect(kept(sent)).toEqual([])
    type(box, right)
    await tapAndWait(done)
    expect(kept(sent)).toHaveLength(1)
  })

  it.each<[string, string, () => void]>([
    ['identity', '和证件一样，核对好了', () => undefined],
    ['ability', '看过报告，记下', () => fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement)],
    ['move', '搬过去', () => fireEvent.click(screen.getByRole('radio', { name: /石榴驿站/ }))],
    ['contacts', '记好联系人', () => type('名字', '')],
    ['categories', '看过证件，加上', () => fireEvent.click(screen.getByRole('radio', { name: '特困人员' }))],
  ])('says over the button of %s that something above is missing', async (part, done, begin) => {
    const sent = await openedWith(part)
    if (part === 'contacts') await tapAndWait('改联系人')
    if (part === 'categories') tap('加一个类别')
    if (part === 'move') await screen.findByRole('radio', { name: /石榴驿站/ })
    begin()
    expect(screen.queryByText(lookAbove)).toBeNull()
    await tapAndWait(done)
    expect(screen.getByText(lookAbove)).toBeTruthy()
    expect(kept(sent)).toEqual([])
  })

  it('asks for a birth date that was taken away', async () => {
    const sent = await openedWith('identity')
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证' }))
    for (const part of ['年', '月', '日']) type(part, '')
    await tapAndWait('和证件一样，核对好了')
    expect(screen.getByText('写上证件上的出生日期。')).toBeTruthy()
    expect(kept(sent)).toEqual([])
  })
})

describe('her papers', () => {
  it('are written down as they were seen', async () => {
    const sent = cloudAnswers({ 'people.file': () => aFile(), 'people.verify': () => aFile() })
    opened('identity')
    await screen.findByText('尾号 1228')
    tap('和证件一样，核对好了')
    expect(screen.getByText('选一样，或者写一句看了什么。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证' }))
    await tapAndWait('和证件一样，核对好了')
    expect(sent[sent.length - 1]?.input).toMatchObject({
      identity: { name: '王秀英', birthDate: '1944-02-03', sex: 'female', hukou: 'thisDistrict' },
      reason: '身份证',
    })
  })

  it('point at what does not fit the number', async () => {
    cloudAnswers({
      'people.file': () => aFile(),
      'people.verify': () => {
        throw refused('BAD_ID_NUMBER', { why: 'sex' })
      },
    })
    opened('identity')
    await screen.findByText('尾号 1228')
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证' }))
    await tapAndWait('和证件一样，核对好了')
    expect(screen.getByText(/和身份证号里的性别对不上/)).toBeTruthy()
  })

  it('say that the number is not settled, and settle it once the clerk says that the card is hers', async () => {
    let tries = 0
    const sent = cloudAnswers({
      'people.file': () => aFile({ isIdPending: true }),
      'people.verify': () => {
        tries += 1
        if (tries === 1) throw refused('ALREADY_REGISTERED', { elderId: 'e-old', isProven: false })
        return aFile()
      },
    })
    opened('identity')
    expect(await screen.findByText(/身份证号还没有定下是谁的/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证' }))
    expect(screen.queryByRole('button', { name: '身份证在手上，是王秀英的' })).toBeNull()
    await tapAndWait('和证件一样，核对好了')
    await tapAndWait('身份证在手上，是王秀英的')
    expect(sent[sent.length - 1]?.input.others).toEqual(['e-old'])
    expect(screen.queryByText(/身份证号还没有定下是谁的/)).toBeNull()
  })

  it('add a category to those she holds', async () => {
    const sent = cloudAnswers({ 'people.file': () => aFile(), 'people.verify': () => aFile() })
    opened('categories')
    fireEvent.click(await screen.findByRole('button', { name: '加一个类别' }))
    expect(screen.queryByRole('radio', { name: /独居/ })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '特困人员' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '特困证' }))
    await tapAndWait('看过证件，加上')
    const input = sent[sent.length - 1]?.input
    expect(input?.categories).toMatchObject([
      { category: 'livingAlone' },
      { category: 'extremePoverty', to: null, evidence: '特困证', verifiedBy: '张静' },
    ])
    expect(input?.reason).toBe('特困证')
  })

  it('take a category away only with a reason', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.verify': () => aFile({ categories: [] }),
    })
    opened('categories')
    fireEvent.click(await screen.findByRole('button', { name: '去掉独居' }))
    const buttons = screen.getAllByRole('button', { name: '去掉独居' })
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement)
    expect(screen.getByText('选一个原因，或者写一句。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '已经到期' }))
    await act(async () => void fireEvent.click(buttons[buttons.length - 1] as HTMLElement))
    expect(sent[sent.length - 1]?.input).toMatchObject({ categories: [], reason: '已经到期' })
  })
})

describe('what can be applied for on her behalf', () => {
  const held = { from: '2026-01-01', to: null }
  const applying = async (...applicable: Parameters<typeof someEntitlements>) => {
    cloudAnswers({
      'people.file': () => aFile(),
      'eligibility.applications': () => ({ applications: [], next: null }),
      'eligibility.entitlements': () => someEntitlements(...applicable),
    })
    await act(async () => opened('apply'))
  }

  it('is what she does not hold, and what she holds not much longer', async () => {
    const ending = { held: { ...held, to: '2026-12-10' }, isEnding: true }
    await applying(
      anApplicable({ category: 'livingAlone', held }),
      anApplicable({ category: 'extremePoverty', ...ending }),
      anApplicable(),
    )
    expect(screen.queryByRole('button', { name: /独居/ })).toBeNull()
    expect(screen.getByRole('button', { name: /特困.*快到期了/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /低保.*身份证/ })).toBeTruthy()
  })

  it.each([
    ['where no policy asks for any', [], /用到哪一类，哪一类就会出现在这里/],
    ['where she holds them all', [anApplicable({ held })], /这位老人都已经认定过了/],
  ])('is nothing, for the reason that is so: %s', async (_, applicable, words) => {
    await applying(...applicable)
    expect(screen.getByText('现在没有能申请的')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
  })
})

describe('her consents', () => {
  it('are written down one by one, and the form stays typed for the next', async () => {
    const health = aConsent({ purpose: 'health', version: 'health-1', title: '身体情况' })
    const given = {
      version: 'service-1',
      at: now,
      by: '王秀英',
      capacity: 'elder',
      how: 'paper',
      witness: '李红',
    } as const
    const sent = cloudAnswers({
      'people.file': () => aFile({ state: 'pending' }),
      'people.consentsOf': () => [aConsent(), health],
      'people.consent': () => [aConsent({ given }), health],
    })
    opened('consents')
    fireEvent.click(await screen.findByRole('button', { name: '记下同意：登记和办事' }))
    onPaper()
    await tapAndWait('记下同意')
    expect(sent.find(({ name }) => name === 'people.consent')?.input).toMatchObject({
      agreed: { purpose: 'service', version: 'service-1' },
      isGiven: true,
      paper,
    })
    expect(screen.getByText(/王秀英在纸上签字同意的，李红在场/)).toBeTruthy()
    tap('记下同意：身体情况')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '签字单的编号' }).value).toBe('T-17')
  })
})

describe('her circle', () => {
  it('lets in on paper, with what she agreed to', async () => {
    const granted = aMember({
      state: 'granted',
      scopes: ['view'],
      granted: { by: '王秀英', capacity: 'elder', how: 'paper', witness: '李红', at: now },
    })
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.circle': () => aCircle(),
      'people.grant': () => aCircle({ members: [granted] }),
    })
    opened('circle')
    fireEvent.click(await screen.findByRole('button', { name: '同意：女儿李敏' }))
    fireEvent.click(screen.getByRole('checkbox', { name: /替老人订餐/ }))
    onPaper()
    await tapAndWait('记下，现在就能办')
    expect(sent[sent.length - 1]?.input).toMatchObject({ memberId: 'e-wang_p-li', scopes: ['view'], paper })
    expect(screen.getByText('现在能办')).toBeTruthy()
  })

  it('offers no yes for one who took it back, and says what it needs', async () => {
    const gone = aMember({ state: 'revoked', hasLeft: true })
    cloudAnswers({ 'people.file': () => aFile(), 'people.circle': () => aCircle({ members: [gone] }) })
    opened('circle')
    expect(await screen.findByText('自己收回了，不再办。要再办，请本人再请求一次')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /李敏/ })).toBeNull()
  })

  it('lets in a guardian only with papers', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.circle': () => aCircle({ members: [aMember({ relation: 'guardian' })] }),
      'people.grant': () => aCircle(),
    })
    opened('circle')
    fireEvent.click(await screen.findByRole('button', { name: '同意：监护人李敏' }))
    onPaper()
    await tapAndWait('记下，现在就能办')
    expect(sent.some(({ name }) => name === 'people.grant')).toBe(false)
    fireEvent.click(screen.getByRole('checkbox', { name: '法院判决书' }))
    type('证明的编号', '2026-17')
    await tapAndWait('记下，现在就能办')
    expect(sent[sent.length - 1]?.input).toMatchObject({
      evidence: { document: '法院判决书', number: '2026-17', until: null },
    })
  })

  it('says no to somebody who asks by one tap, and shows who is left', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.circle': () =>
        aCircle({ members: [aMember({ state: 'asked', granted: null })], waiting: 31, next: 'p' }),
      'people.decline': () =>
        aCircle({ members: [aMember({ name: '李芳', state: 'asked', granted: null })] }),
    })
    opened('circle')
    const no = await screen.findByRole('button', { name: '不同意：女儿李敏' })
    expect(screen.getByText(/一共 31 个在等答复/)).toBeTruthy()
    await act(async () => void fireEvent.click(no))
    expect(sent.find(({ name }) => name === 'people.decline')?.input).not.toHaveProperty('paper')
    expect(screen.getByRole('button', { name: '不同意：女儿李芳' })).toBeTruthy()
  })

  it('takes back on paper what was granted', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.circle': () => aCircle({ members: [aMember({ state: 'granted' })] }),
      'people.revoke': () => ({ memberId: 'e-wang_p-li', state: 'revoked' }),
    })
    opened('circle')
    fireEvent.click(await screen.findByRole('button', { name: '收回：女儿李敏' }))
    onPaper()
    await tapAndWait('收回，马上就不能办')
    expect(sent.find(({ name }) => name === 'people.revoke')?.input).toMatchObject({ paper })
  })

  it('gives a code for her own phone, and for a relative, once it is written down how she agreed', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.invite': () => ({ code: '90817263', expiresAt: '2026-11-21T08:00:00.000Z' }),
    })
    opened('invite')
    await screen.findByText(/谁填了这个码/)
    await tapAndWait('给一个码')
    expect(sent.some(({ name }) => name === 'people.invite')).toBe(false)
    onPaper()
    await tapAndWait('给一个码')
    expect(sent[sent.length - 1]?.input).toMatchObject({ for: { kind: 'self' } })
    expect(screen.getByRole('img', { name: '码 9 0 8 1 7 2 6 3' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /发给/ })).toBeNull() // whoever holds it is she: it is given to her in person

    tap('再给一个码')
    fireEvent.click(screen.getByRole('radio', { name: '家人的手机' }))
    await tapAndWait('给一个码')
    expect(sent[sent.length - 1]?.input).toMatchObject({
      for: { kind: 'family', relation: 'daughter', scopes: ['view', 'order'] },
      paper,
    })
    expect(screen.getByRole('button', { name: '复制下来，发给女儿' })).toBeTruthy()
  })
})

describe('her data', () => {
  it('are deleted after a second question, and what is kept is said', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.erase': () => ({
        elderId: 'e-wang',
        kept: [{ what: '订餐的账', why: '会计法', until: '十年' }],
      }),
    })
    opened('erase')
    fireEvent.click(await screen.findByRole('button', { name: '要注销' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    onPaper()
    tap('要注销')
    expect(screen.getByRole('dialog', { name: '真的注销王秀英吗？' })).toBeTruthy()
    expect(sent.some(({ name }) => name === 'people.erase')).toBe(false)
    await tapAndWait('注销王秀英，删掉资料')
    expect(sent[sent.length - 1]?.input).toMatchObject({ elderId: 'e-wang', paper })
    expect(screen.getByText('订餐的账')).toBeTruthy()
  })

  it('stay while something is booked', async () => {
    cloudAnswers({
      'people.file': () => aFile(),
      'people.erase': () => {
        throw refused('STILL_BOOKED')
      },
    })
    opened('erase')
    await screen.findByRole('button', { name: '要注销' })
    onPaper()
    tap('要注销')
    await tapAndWait('注销王秀英，删掉资料')
    expect(screen.getByText('还有没办完的订餐或上门。请先取消，再来注销。')).toBeTruthy()
  })
})

describe('what the station writes down of her life', () => {
  const lastOf = (sent: { name: string; input: Record<string, unknown> }[], name: string) => {
    const { key: _, ...input } = sent.filter((one) => one.name === name).pop()?.input ?? {}
    return input
  }
  const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))

  it('is that she is in hospital, and who said so how', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.setAbsences': () =>
        aFile({ absences: [{ kind: 'hospital', from: '2026-11-21', to: null, by: '张静' }] }),
    })
    opened('absences')
    fireEvent.click(await screen.findByRole('button', { name: '记一段' }))
    pick('住院')
    pick('电话里说的')
    await tapAndWait('记下来')
    expect(lastOf(sent, 'people.setAbsences')).toEqual({
      elderId: 'e-wang',
      absences: [{ kind: 'hospital', from: '2026-11-21', to: null }],
      channel: 'phone',
    })
    expect(screen.getByText('今天起住院，还不知道哪天回来')).toBeTruthy()
  })

  it('is that all categories were asked for', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.verify': () => aFile({ askedOn: '2026-11-21' }),
    })
    opened('categories')
    await screen.findByText(/没写在下面的，还不知道她有没有/)
    await tapAndWait('都问过了，没有别的类别')
    expect(lastOf(sent, 'people.verify')).toMatchObject({ isAsked: true, categories: aFile().categories })
    expect(screen.getByText('2026年11月21日问过她：除了下面的，没有别的。')).toBeTruthy()
  })

  it('is that her household is registered in this town', async () => {
    const sent = cloudAnswers({ 'people.file': () => aFile(), 'people.verify': () => aFile() })
    opened('identity')
    await screen.findByText('照着证件看一遍，不一样就改')
    pick(/^本街道/)
    fireEvent.click(screen.getByRole('checkbox', { name: '户口本' }))
    await tapAndWait('和证件一样，核对好了')
    expect(lastOf(sent, 'people.verify')).toMatchObject({ identity: { hukou: 'thisTown' } })
  })

  it('is that she has moved to another station', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'stations.show': () => aStation(),
      'stations.nearby': () => [
        aNearbyStation(),
        aNearbyStation({ id: 'st-2', name: '石榴驿站' }),
        aNearbyStation({ id: 'st-3', name: '梧桐里睦邻点', kind: 'neighbourhoodPoint' }),
      ],
      'people.move': () => aFile({ stationId: 'st-2', stationName: '石榴驿站' }),
    })
    opened('move')
    await screen.findByRole('radio', { name: /石榴驿站/ })
    expect(screen.queryByRole('radio', { name: /长江路社区/ })).toBeNull()
    expect(lastOf(sent, 'stations.nearby')).toMatchObject({ kinds: ['careCenter', 'station'] })
    tap('搬过去')
    expect(screen.getByText('先选搬到哪家驿站。')).toBeTruthy()
    expect(screen.getByText('写上小区或者哪一栋楼。')).toBeTruthy()
    pick(/石榴驿站/)
    type('小区或楼', '石榴园 3 号楼')
    pick('昨天')
    await tapAndWait('搬过去')
    expect(lastOf(sent, 'people.move')).toEqual({
      elderId: 'e-wang',
      stationId: 'st-2',
      from: '2026-11-20',
      building: '石榴园 3 号楼',
      room: null,
      place: null,
      channel: 'counter',
    })
    expect(screen.getByText('搬好了，现在归石榴驿站。以前订的不变。')).toBeTruthy()
  })

  it('is that she has died: asked twice, and then what has ended', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile(),
      'people.recordDeath': () => aFile({ diedOn: '2026-11-20' }),
    })
    opened('death')
    fireEvent.change(await screen.findByRole('textbox', { name: '年' }), { target: { value: '20261120' } })
    fireEvent.click(screen.getByRole('checkbox', { name: '家人来说的' }))
    tap('记下来')
    expect(screen.getByRole('dialog', { name: '记下王秀英过世，对吗？' }).textContent).toContain(
      '长江路 18 弄',
    )
    expect(sent.some(({ name }) => name === 'people.recordDeath')).toBe(false)
    await tapAndWait('对，记下来')
    expect(lastOf(sent, 'people.recordDeath')).toEqual({
      elderId: 'e-wang',
      on: '2026-11-20',
      reason: '家人来说的',
    })
    expect(screen.getByText('记下了：11月20日过世。从那一天起订好的餐、在等的上门都取消了。')).toBeTruthy()
    tap(/^看取消的餐/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/queue/index?stationId=st-changjiang',
    })
  })

  it('is taken back with a reason where it was a mistake, and says what stays cancelled', async () => {
    const sent = cloudAnswers({
      'people.file': () => aFile({ diedOn: '2026-11-20' }),
      'people.undoDeath': () => aFile(),
    })
    opened('death')
    await screen.findByText(/^记下了：11月20日过世/)
    tap('记错了，她还健在')
    tap('对，改回来')
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    expect(sent.some(({ name }) => name === 'people.undoDeath')).toBe(false)
    fireEvent.click(screen.getByRole('checkbox', { name: '记成了别人' }))
    await tapAndWait('对，改回来')
    expect(lastOf(sent, 'people.undoDeath')).toEqual({ elderId: 'e-wang', reason: '记成了别人' })
    expect(screen.getByText(/之前取消的餐和上门不会自己恢复/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '记下来' })).toBeTruthy()
  })

  it('stands first on her registration', async () => {
    const absences = [{ kind: 'hospital', from: '2026-11-18', to: null, by: '张静' }] as const
    cloudAnswers({ 'people.file': () => aFile({ absences: [...absences], diedOn: '2026-11-20' }) })
    opened()
    await screen.findByText('2026年11月20日过世。从那一天起订好的餐、在等的上门都取消了。')
    expect(screen.queryByRole('button', { name: '给她订餐' })).toBeNull()
  })
})
