import { act, render, screen, within } from '@testing-library/react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'

/** A screen whose foot is as high as the test says; jsdom lays nothing out. */
let height = 0
const observers = new Set<() => void>()
const revealed = jest.fn()

const lookAgain = (px: number) => {
  height = px
  act(() => {
    for (const look of observers) look()
  })
}

beforeAll(() => {
  Object.defineProperty(window, 'innerHeight', { value: 640 })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => height })
  HTMLElement.prototype.scrollIntoView = revealed
  globalThis.ResizeObserver = class {
    constructor(private readonly look: () => void) {}
    observe() {
      observers.add(this.look)
    }
    unobserve() {}
    disconnect() {
      observers.delete(this.look)
    }
  } as unknown as typeof ResizeObserver // only what our page uses of it
})

beforeEach(() => revealed.mockClear())

const page = (trouble: string | null, words = '确认预订') => (
  <PageFrame
    title="确认"
    action={
      <>
        {trouble && <Notice>{trouble}</Notice>}
        <Button onTap={() => undefined}>{words}</Button>
      </>
    }
  >
    红烧鱼套餐
  </PageFrame>
)

const isTall = () => screen.getByRole('region', { name: '办理' }).closest('.frame-foot-tall') !== null

it('ends the page with the second button and keeps the first at the bottom', () => {
  render(
    <PageFrame
      title="确认"
      action={<Button onTap={() => undefined}>确认预订</Button>}
      second={<Button onTap={() => undefined}>回去改一改</Button>}
    >
      红烧鱼套餐
    </PageFrame>,
  )
  const body = within(screen.getByRole('main'))
  expect(screen.getByRole('main').textContent).toBe('红烧鱼套餐回去改一改')
  expect(body.queryByRole('button', { name: '确认预订' })).toBeNull()
  expect(within(screen.getByRole('region', { name: '办理' })).getAllByRole('button')).toHaveLength(1)
})

describe('the foot of a page', () => {
  it.each([
    [160, false],
    [161, true],
  ])('stays while it takes no more than a quarter of 640 px: %d', (px, scrolls) => {
    render(page(null))
    lookAgain(px)
    expect(isTall()).toBe(scrolls)
  })

  it('stays while it is low, scrolls with the page while it is tall, and is then brought into view', () => {
    const { rerender } = render(page(null))
    lookAgain(110)
    expect(isTall()).toBe(false)

    rerender(page('手机没有连上网。您填的都还在，等有网了再点一次就行。'))
    lookAgain(420)
    expect(isTall()).toBe(true)
    expect(revealed).toHaveBeenCalledTimes(1)

    rerender(page(null))
    lookAgain(110)
    expect(isTall()).toBe(false)
    expect(revealed).toHaveBeenCalledTimes(1)
  })

  it('moves nobody who has just opened a page whose foot is tall', () => {
    render(page('手机没有连上网。'))
    lookAgain(420)
    expect(isTall()).toBe(true)
    expect(revealed).not.toHaveBeenCalled()
  })

  it('moves nobody when its button needs more room than before', () => {
    const { rerender } = render(page(null))
    lookAgain(107)
    rerender(page(null, '下一步：看价钱'))
    lookAgain(170)
    expect(isTall()).toBe(true)
    expect(revealed).not.toHaveBeenCalled()
  })

  it('brings each failure into view where it is tall without one', () => {
    const { rerender } = render(page(null))
    lookAgain(170)
    for (const trouble of ['手机没有连上网。', '这一餐已经订满。']) {
      rerender(page(trouble))
      expect(revealed).toHaveBeenCalledTimes(1)
      lookAgain(420)
      expect(revealed).toHaveBeenCalledTimes(1)
      revealed.mockClear()
    }
  })

  it('is brought into view where there was none before', () => {
    const { rerender } = render(<PageFrame title="敲门">王奶奶</PageFrame>)
    rerender(page('已经有人先接了这一次。'))
    lookAgain(420)
    expect(revealed).toHaveBeenCalledTimes(1)
  })
})
