import { act, render, screen } from '@testing-library/react'
import { useLoaded } from '@/services/use-loaded'
import { phone } from '../mock-taro'

function Counting({ load, what = 'count' }: { load: () => Promise<number>; what?: string }) {
  const count = useLoaded(what, load)
  if (count.state !== 'ready') return <p>{count.state}</p>
  return <p>{`${count.data}${count.trouble ? ' 旧' : ''}`}</p>
}

const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('useLoaded', () => {
  it('loads once when the page opens, then every 30 s while it is shown', async () => {
    let times = 0
    const load = jest.fn(async () => {
      times += 1
      return times
    })
    render(<Counting load={load} />)
    await wait(0)
    expect(screen.getByText('1')).toBeTruthy()
    expect(load).toHaveBeenCalledTimes(1)
    await wait(30_000)
    expect(screen.getByText('2')).toBeTruthy()

    act(() => phone.hide())
    await wait(120_000)
    expect(load).toHaveBeenCalledTimes(2)

    await act(async () => phone.show())
    expect(screen.getByText('3')).toBeTruthy()
  })

  it('never has two requests under way', async () => {
    let most = 0
    let running = 0
    const load = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 45_000))
      running -= 1
      return 1
    }
    render(<Counting load={load} />)
    act(() => phone.pull())
    act(() => phone.show())
    await wait(200_000)
    expect(most).toBe(1)
  })

  it('keeps the last answer while the next one fails', async () => {
    let isUp = true
    const load = async () => {
      if (!isUp) throw new TypeError('no network')
      return 7
    }
    render(<Counting load={load} />)
    await wait(0)
    isUp = false
    await wait(30_000)
    expect(screen.getByText('7 旧')).toBeTruthy()
  })

  it('forgets an answer to an earlier question', async () => {
    const slowly = (value: number, ms: number) => () =>
      new Promise<number>((resolve) => setTimeout(() => resolve(value), ms))
    const { rerender } = render(<Counting what="a" load={slowly(1, 500)} />)
    rerender(<Counting what="b" load={slowly(2, 100)} />)
    await wait(550)
    expect(screen.queryByText('1')).toBeNull()
    await wait(200)
    expect(screen.getByText('2')).toBeTruthy()
  })
})
