import { holdStill } from '@/platform/hold-still'
import { onPhone } from '../on-phone'

const aPage = () => ({ setData: jest.fn() })
const last = ({ setData }: ReturnType<typeof aPage>) => setData.mock.lastCall?.[0]

async function aPhone(...pages: object[]) {
  const getCurrentPages = jest.fn(() => pages)
  const { loaded } = await onPhone({ getCurrentPages }, () => import('@/platform/hold-still'))
  return { holdStill: loaded.holdStill, getCurrentPages }
}

describe('holdStill on a phone', () => {
  it('holds the page on top until nothing lies over it', async () => {
    const [below, page] = [aPage(), aPage()]
    const phone = await aPhone(below, page)
    const [first, second] = [phone.holdStill('sheet'), phone.holdStill('sheet')]
    expect(last(page)).toEqual({ isHeld: true })
    first()
    expect(last(page)).toEqual({ isHeld: true })
    second()
    expect(last(page)).toEqual({ isHeld: false })
    expect(below.setData).not.toHaveBeenCalled()
  })

  it('lets that page go, whichever is on top by then', async () => {
    const [page, next] = [aPage(), aPage()]
    const phone = await aPhone(page)
    const letGo = phone.holdStill('sheet')
    phone.getCurrentPages.mockReturnValue([page, next])
    letGo()
    expect(last(page)).toEqual({ isHeld: false })
    expect(next.setData).not.toHaveBeenCalled()
  })
})

describe('holdStill in a browser', () => {
  it('holds what scrolls around it', () => {
    document.body.innerHTML = '<div class="taro_page"><div id="sheet"></div></div>'
    const page = document.querySelector<HTMLElement>('.taro_page')
    const letGo = holdStill('sheet')
    expect(page?.style.overflow).toBe('hidden')
    letGo()
    expect(page?.style.overflow).toBe('')
  })

  it('holds nothing where nothing scrolls', () => {
    document.body.innerHTML = '<div id="sheet"></div>'
    expect(holdStill('sheet')).not.toThrow()
  })
})
