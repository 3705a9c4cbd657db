import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { ConsentState } from '#types/people/elders'
import Privacy from '@/packages/family/privacy'
import { copyAsPage } from '@/packages/family/privacy/copy-page'
import { rememberMe } from '@/services/person'
import { registeredKin, rememberRegistered } from '@/services/registered-kin'
import { aDaughter, aGuest, aMe, anElder, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const given = {
  version: 'health-1',
  at: now,
  by: '王秀英',
  capacity: 'elder',
  how: 'app',
  witness: null,
} as const

const aConsent = (over: Partial<ConsentState> = {}): ConsentState => ({
  purpose: 'health',
  version: 'health-1',
  title: '身体和饮食',
  text: '您的忌口、过敏和能力等级是敏感信息。',
  given: null,
  ...over,
})

const service = aConsent({
  purpose: 'service',
  version: 'service-1',
  title: '登记和办事',
  text: '我们记下您的姓名。',
  given: { ...given, version: 'service-1', how: 'paper', witness: '张静' },
})

const opened = async (answers: Parameters<typeof cloudAnswers>[0] = {}) => {
  const sent = cloudAnswers({ 'people.consentsOf': () => [service, aConsent()], ...answers })
  await act(async () => void render(<Privacy />))
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const asked = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _, ...input } }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe())
})

describe('what an elder agreed to', () => {
  it('is there with its text, and who said yes, when and how', async () => {
    await opened()
    expect(screen.getByText('我们记下您的姓名。')).toBeTruthy()
    expect(screen.getByText('王秀英 2026年11月21日 在纸上签字同意的，张静在场')).toBeTruthy()
    expect(screen.getByText('没有同意')).toBeTruthy()
  })

  it('takes a yes to the text that was read', async () => {
    const sent = await opened({ 'people.consent': () => [service, aConsent({ given })] })
    await tap('同意，身体和饮食')
    expect(asked(sent, 'people.consent')).toEqual([
      { elderId: 'e-wang', agreed: { purpose: 'health', version: 'health-1' }, isGiven: true },
    ])
    expect(screen.getByRole('button', { name: '不再同意，身体和饮食' })).toBeTruthy()
  })

  it('asks again where the text is another one by now', async () => {
    const renewed = aConsent({ version: 'health-2', given })
    const sent = await opened({ 'people.consentsOf': () => [service, renewed], 'people.consent': () => [] })
    await tap('同意新的说明，身体和饮食')
    expect(asked(sent, 'people.consent')[0]?.agreed).toEqual({ purpose: 'health', version: 'health-2' })
  })

  it('shows the new text when somebody agreed to an old one', async () => {
    let isNew = false
    await opened({
      'people.consentsOf': () => [service, aConsent({ ...(isNew && { text: '新的说明。' }) })],
      'people.consent': () => {
        isNew = true
        throw refused('CONSENT_OUTDATED')
      },
    })
    await tap('同意，身体和饮食')
    expect(screen.getByText(/说明刚刚换了新的一版/)).toBeTruthy()
    expect(screen.getByText('新的说明。')).toBeTruthy()
  })

  it('says of another registration that can still be parted that what it says goes later', async () => {
    const asideUntil = new Date(Date.parse(now) + 86_400_000).toISOString()
    const one = aConsent({ purpose: 'health', title: '这一项', given, asideUntil })
    await opened({ 'people.consentsOf': () => [service, one] })
    await tap('不再同意，这一项')
    expect(
      within(screen.getByRole('dialog')).getByText(/另一份里写的先不再用，明天.*以后再删。$/),
    ).toBeTruthy()
  })

  it.each([
    ['health', /忌口、过敏、能力等级会马上删掉/],
    ['category', /身份类别会马上删掉，补贴也没有了/],
    ['location', /改用驿站的位置/],
  ] as const)('says what goes with %s before it goes', async (purpose, words) => {
    const one = aConsent({ purpose, title: '这一项', given })
    const sent = await opened({
      'people.consentsOf': () => [service, one],
      'people.consent': () => [service, { ...one, given: null }],
    })
    await tap('不再同意，这一项')
    expect(within(screen.getByRole('dialog')).getByText(words)).toBeTruthy()
    expect(asked(sent, 'people.consent')).toEqual([])
    await tap('不同意，删掉')
    expect(asked(sent, 'people.consent')[0]).toMatchObject({ isGiven: false, agreed: { purpose } })
    expect(screen.getByText('没有同意')).toBeTruthy()
  })

  it('leads from the first consent to the end of the registration', async () => {
    const sent = await opened()
    await tap('不再同意，登记和办事')
    expect(screen.getByText('这一项不能单独去掉')).toBeTruthy()
    await tap('去注销登记')
    expect(screen.getByText('要注销您的登记吗？')).toBeTruthy()
    expect(asked(sent, 'people.consent')).toEqual([])
  })
})

describe('a copy of everything', () => {
  const copy: Parameters<typeof cloudAnswers>[0] = {
    'people.copy': ({ part, after }) => {
      if (part === 'meals' && !after) return { parts: [{ title: '11月21日午餐', rows: [] }], next: 'm-1' }
      return {
        parts: [{ title: `${part} ${after ?? ''}`, rows: [{ name: '姓名', value: '王秀英' }] }],
        next: null,
      }
    },
  }

  it('is read part by part to its end, when it is asked for', async () => {
    const sent = await opened(copy)
    await tap(/看一份我的全部资料/)
    expect(asked(sent, 'people.copy')).toEqual([])
    await tap('打开看看')
    expect(asked(sent, 'people.copy').map(({ part, after }) => [part, after])).toEqual([
      ['person', undefined],
      ['consents', undefined],
      ['meals', undefined],
      ['meals', 'm-1'],
      ['visits', undefined],
      ['log', undefined],
    ])
    expect(screen.getByText('11月21日午餐')).toBeTruthy()
    expect(screen.getAllByText('王秀英').length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: '存成文件' })).toBeTruthy()
  })

  it('says why it could not be read, and tries again', async () => {
    await opened({
      'people.copy': () => {
        throw noNetwork()
      },
    })
    await tap(/看一份我的全部资料/)
    await tap('打开看看')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    cloudAnswers(copy)
    await tap('再试一次')
    expect(screen.getByText('11月21日午餐')).toBeTruthy()
  })

  it('can be kept as a file', async () => {
    const links: string[] = []
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLElement,
    ) {
      links.push(this.getAttribute('download') ?? '')
    })
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined })
    await opened(copy)
    await tap(/看一份我的全部资料/)
    await tap('打开看看')
    await tap('存成文件')
    expect(links).toEqual(['王秀英的全部资料 2026-11-21.html'])
    expect(screen.getByText(/存好了/)).toBeTruthy()
    click.mockRestore()
  })

  it('is a page that holds what people typed as words', () => {
    const page = copyAsPage({
      title: '王秀英的全部资料',
      made: '今天',
      sections: [
        {
          title: '订餐的记录',
          parts: [{ title: '<订餐>', rows: [{ name: '备注', value: `<script>alert("1")</script> & 'x'` }] }],
        },
        { title: '上门看望的记录', parts: [] },
      ],
    })
    expect(page).toContain('<h3>&lt;订餐&gt;</h3>')
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;')
    expect(page).not.toContain('<script>')
    expect(page).toContain('<meta charset="utf-8">')
  })
})

describe('the end of a registration', () => {
  it('takes two deliberate taps, and says what is kept and why', async () => {
    const kept = [{ what: '谁办过什么', why: '法律要求留三年。', until: '三年' }]
    const sent = await opened({
      'people.erase': () => ({ elderId: 'e-wang', kept }),
      'people.me': () => aGuest(),
    })
    await tap(/注销我的登记/)
    expect(screen.getByRole('button', { name: '先点上面那一句' }).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(screen.getByRole('checkbox', { name: '我知道找不回来' }))
    await tap('确定注销')
    expect(asked(sent, 'people.erase')).toEqual([{ elderId: 'e-wang' }])
    expect(screen.getByText('登记已经注销')).toBeTruthy()
    expect(screen.getByText('法律要求留三年。')).toBeTruthy()
    expect(screen.getByText(/留三年/, { selector: '.soft' })).toBeTruthy()
  })

  it('waits while something is booked, and says where', async () => {
    await opened({
      'people.erase': () => {
        throw refused('STILL_BOOKED')
      },
    })
    await tap(/注销我的登记/)
    fireEvent.click(screen.getByRole('checkbox', { name: '我知道找不回来' }))
    await tap('确定注销')
    expect(screen.getByText(/还有没办完的订餐或上门/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '去看我的预约' })).toBeTruthy()
  })
})

describe('for somebody else', () => {
  it('says to a daughter that only her mother decides, and lets her be forgotten', async () => {
    rememberMe(aDaughter())
    const sent = await opened({ 'people.leave': () => ({ left: true }), 'people.me': () => aGuest() })
    expect(screen.getByText(/只有妈妈自己能决定/)).toBeTruthy()
    expect(asked(sent, 'people.consentsOf')).toEqual([])
    await tap(/忘掉我/)
    await tap('忘掉我')
    expect(asked(sent, 'people.leave')).toEqual([{}])
    expect(screen.getByText('已经忘掉您了')).toBeTruthy()
  })

  it('shows a guest, and whoever has registered somebody, every text in full', async () => {
    const texts = () => [aConsent({ ...service, given: null }), aConsent()]
    for (const me of [aGuest(), aMe({ name: '王建军', roles: [], elders: [] })]) {
      rememberMe(me)
      const sent = await opened({ 'people.consents': texts })
      expect(screen.getByText('我们记下您的姓名。')).toBeTruthy()
      expect(screen.getByText('您的忌口、过敏和能力等级是敏感信息。')).toBeTruthy()
      expect(screen.queryByRole('button', { name: /^同意/ })).toBeNull()
      expect(asked(sent, 'people.consentsOf')).toEqual([])
      cleanup()
    }
  })

  it('forgets on this phone whom they have registered', async () => {
    rememberMe(aDaughter())
    rememberRegistered({ elderId: 'e-1', name: '王秀英', stationId: 'st-1', stationName: '一号驿站' })
    await opened({ 'people.leave': () => ({ left: true }), 'people.me': () => aGuest() })
    await tap(/忘掉我/)
    await tap('忘掉我')
    expect(registeredKin()).toEqual([])
  })

  it('lets a guardian decide', async () => {
    rememberMe(aMe({ name: '王浩', elders: [anElder({ relation: 'guardian' })] }))
    await opened()
    expect(screen.getByRole('button', { name: '同意，身体和饮食' })).toBeTruthy()
    expect(screen.getByRole('button', { name: /忘掉我/ })).toBeTruthy()
  })

  it('offers an elder no way to be forgotten but the end of her registration', async () => {
    await opened()
    expect(screen.queryByRole('button', { name: /忘掉我/ })).toBeNull()
    cleanup()

    rememberMe(aGuest())
    await opened()
    expect(screen.getByText(/我们这里没有您的资料/)).toBeTruthy()
  })
})
