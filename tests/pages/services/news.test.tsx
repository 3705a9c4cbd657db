import { act, render, screen } from '@testing-library/react'
import { Button } from '@/components/button'
import { Work } from '@/pages/home/work'
import { useAct } from '@/services/use-act'
import { aVisit } from '../builders'
import { cloudAnswers, type Sent } from '../network'

const order: string[] = []
let answer: (answers: object) => void
let sent: Sent[]
const { fetch } = globalThis

/** The cloud, and beside it WeChat's question at a tap, which stays open until it is answered. */
beforeEach(() => {
  order.length = 0
  Object.assign(globalThis, { MESSAGE_TEMPLATES: { visit: { id: 'V', isLong: false } } })
  sent = cloudAnswers({ 'visits.request': () => aVisit(), 'people.granted': () => ({}) })
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

function Asking({ isAskedBefore }: { isAskedBefore?: boolean }) {
  const request = useAct('visits.request', { isAskedBefore })
  const wish = { elderId: 'e-wang', urgency: 'urgent', when: 'now' } as const
  return <Button onTap={() => void request.run(wish)}>请人去</Button>
}

const tap = async () => {
  await act(async () => {
    screen.getByRole('button').click()
    order.push('tap is over')
  })
}
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

  it('leaves the question to a page that has to wait before it acts', async () => {
    render(<Asking isAskedBefore />)
    await tap()
    expect(order).toEqual(['/cloud/visits', 'tap is over'])
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

  it('asks for nothing where those who open it are told nothing', async () => {
    render(<Work roles={[{ role: 'supervisor', orgName: '高新区' }]} />)
    for (const tile of screen.getAllByRole('button')) {
      if (tile.textContent?.includes('敲门')) continue
      await act(async () => tile.click())
    }
    expect(order).toEqual([])
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
