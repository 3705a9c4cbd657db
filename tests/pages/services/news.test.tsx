import Taro from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import type { Notice } from '#types/notices'
import { Button } from '@/components/button'
import { Alarms } from '@/pages/home/alarms'
import { AlarmsAtWork } from '@/pages/home/alarms-at-work'
import { Notices } from '@/pages/home/notices'
import { Work } from '@/pages/home/work'
import { useAct } from '@/services/use-act'
import { aDaughter, aMe, aVisit, now as today } from '../builders'
import { cloudAnswers, noNetwork, type Sent } from '../network'

const order: string[] = []
const answers: Parameters<typeof cloudAnswers>[0] = {}
let answer: (answers: object) => void
let sent: Sent[]
const { fetch } = globalThis

let now = Date.now()
const later = (ms: number) => {
  now += ms
  jest.spyOn(Date, 'now').mockReturnValue(now)
}

/** The cloud, and beside it WeChat's question at a tap, which stays open until it is answered. */
beforeEach(() => {
  order.length = 0
  Object.assign(globalThis, { MESSAGE_TEMPLATES: { visit: { id: 'V', isLong: false } } })
  const all = {
    'visits.request': () => aVisit(),
    'visits.claim': () => aVisit(),
    'people.granted': () => ({}),
  }
  sent = cloudAnswers(Object.assign(answers, all))
  later(60 * 60_000)
  const cloud = globalThis.fetch
  globalThis.fetch = (async (address: string, request: RequestInit) => {
    order.push(address)
    if (address !== '/subscribe') return cloud(address, request)
    return { json: () => new Promise((resolve) => (answer = resolve)) }
  }) as unknown as typeof fetch // only what our client uses of it
})
afterEach(() => {
  globalThis.fetch = fetch
  Object.assign(globalThis, { MESSAGE_TEMPLATES: {} })
})

/** @param before what the page waits for between the tap and the request */
function Asking({ before }: { before?: Promise<void> }) {
  const request = useAct('visits.request')
  const wish = { elderId: 'e-wang', urgency: 'urgent', when: 'now' } as const
  const send = async () => {
    if (before) {
      request.askForNews()
      await before
    }
    await request.run(wish)
  }
  return <Button onTap={() => void send()}>请人去</Button>
}

function Claiming() {
  const claim = useAct('visits.claim')
  return <Button onTap={() => void claim.run({ visitId: 'v-1' })}>我去</Button>
}

/** A finger that comes down again too soon is no tap. */
const tapOn = async (find: () => HTMLElement | undefined) => {
  later(5000)
  await act(async () => {
    find()?.click()
    order.push('tap is over')
  })
}
const tap = () => tapOn(() => screen.getByRole('button'))
const tapFirst = () => tapOn(() => screen.getAllByRole('button')[0])
const opened = () => jest.mocked(Taro.navigateTo).mock.calls.at(-1)?.[0].url
const asked = () => order.filter((address) => address === '/subscribe').length
const counted = () => sent.filter(({ name }) => name === 'people.granted').map(({ input }) => input.about)

describe('an act whose outcome is told later', () => {
  it('asks in its tap, goes on without the answer, and has the yes counted when it comes', async () => {
    render(<Asking />)
    await tap()
    expect(order).toEqual(['/subscribe', '/cloud/visits', 'tap is over'])
    expect(counted()).toEqual([])
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit']])
    expect(sent.find(({ name }) => name === 'people.granted')?.input.key).toEqual(expect.any(String))
  })

  it('asks in the tap of a page that has to wait before it acts, and not again when it does', async () => {
    let arrive: () => void = () => undefined
    const before = new Promise<void>((resolve) => {
      arrive = resolve
    })
    render(<Asking before={before} />)
    await tap()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    await act(async () => arrive())
    expect(order).toEqual(['/subscribe', 'tap is over', '/cloud/visits'])
    await act(async () => answer({ V: 'accept' }))
  })

  it('asks once however often it has to be tried, and has the yes counted once', async () => {
    let isBroken = true
    answers['visits.request'] = () => {
      if (isBroken) throw noNetwork()
      return aVisit()
    }
    render(<Asking />)
    await tap()
    await act(async () => answer({ V: 'accept' }))
    await tap()
    isBroken = false
    await tap()
    expect(asked()).toBe(1)
    expect(counted()).toEqual([['visit']])
    await tap()
    expect(asked()).toBe(2)
    await act(async () => answer({ V: 'accept' }))
  })
})

describe('what is done many times in a row by those who work here', () => {
  it('asks now and then, and not at each tap', async () => {
    render(<Claiming />)
    await tap()
    await act(async () => answer({ V: 'accept' }))
    await tap()
    expect(asked()).toBe(1)
    later(10 * 60_000)
    await tap()
    expect(asked()).toBe(2)
    await act(async () => answer({ V: 'accept' }))
  })
})

describe('a page that somebody works from', () => {
  it('is opened by a tap that asks for the news of those who work there', async () => {
    render(<Work roles={[{ role: 'volunteer' }]} />)
    await tap()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit']])
  })

  it('asks those who cook for the news of a menu that is missing', async () => {
    Object.assign(globalThis, { MESSAGE_TEMPLATES: { meal: { id: 'M', isLong: false } } })
    render(<Work roles={[{ role: 'kitchen', kitchenId: 'k-1' }]} />)
    await tap()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    await act(async () => answer({ M: 'accept' }))
    expect(counted()).toEqual([['meal']])
  })

  const none = { emergency: 0, late: 0, noAnswer: 0, urgent: 0, unanswered: 0, needsFound: 0 }
  it.each(['emergency', 'needsFound'] as const)('asks as well at the card of an alarm: %s', async (alarm) => {
    render(<AlarmsAtWork counts={{ ...none, [alarm]: 1 }} />)
    await tap()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    expect(opened()).toBe('/packages/helper/visits/index')
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit']])
  })

  const told = (own: Partial<Notice>): Notice => ({
    ...{ id: 'm-1', kind: 'visitAlarm', elderId: 'e-wang', ref: 'v-1', at: today },
    ...own,
  })
  it.each([
    ['an alarm at a door', told({}), '/packages/helper/visits/index'],
    [
      'orders that wait',
      told({ kind: 'ordersUnanswered', elderId: null, ref: 'st-one' }),
      '/packages/staff/queue/index?stationId=st-one',
    ],
  ] as const)('asks as well at what could not be sent: %s', async (_, notice, page) => {
    const me = aMe({ roles: [{ role: 'clerk', stationId: 'st-one' }], elders: [], notices: [notice] })
    render(<Notices me={me} onRead={async () => undefined} />)
    await tapFirst()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    expect(opened()).toBe(page)
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit']])
  })

  it('asks a family at what could not be sent to them, and at an alarm', async () => {
    const daughter = aDaughter()
    const { unmount } = render(
      <Notices me={{ ...daughter, notices: [told({})] }} onRead={async () => undefined} />,
    )
    await tapFirst()
    expect(order).toEqual(['/subscribe', 'tap is over'])
    expect(opened()).toBe('/pages/visit/index?visitId=v-1')
    await act(async () => answer({ V: 'accept' }))
    unmount()
    later(10 * 60_000)
    render(<Alarms alarms={[aVisit({ alarm: 'urgent' })]} count={1} elders={daughter.elders} />)
    await tap()
    expect(asked()).toBe(2)
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit'], ['visit']])
  })

  it('asks an elder for nothing at her own alarm', async () => {
    const elders = aDaughter().elders.map((one) => ({ ...one, relation: 'self' as const }))
    render(<Alarms alarms={[aVisit({ alarm: 'urgent' })]} count={1} elders={elders} />)
    await tap()
    expect(order).toEqual(['tap is over'])
    expect(opened()).toMatch(/^\/pages\/visit\/index/)
  })

  it('asks those who supervise, once in a while, and for nothing where nobody is told of what is done there', async () => {
    render(<Work roles={[{ role: 'supervisor', orgName: '高新区' }]} />)
    const tiles = screen.getAllByRole('button')
    const staff = tiles.find(({ textContent }) => textContent?.includes('人员'))
    await act(async () => staff?.click())
    expect(asked()).toBe(0)
    for (const tile of tiles.filter((one) => one !== staff)) {
      later(5000)
      await act(async () => tile.click())
    }
    expect(asked()).toBe(1)
    await act(async () => answer({ V: 'accept' }))
    expect(counted()).toEqual([['visit']])
  })
})

describe('a no', () => {
  it('has nothing counted where they said no', async () => {
    render(<Asking />)
    await tap()
    await act(async () => answer({ V: 'reject' }))
    expect(counted()).toEqual([])
  })
})
