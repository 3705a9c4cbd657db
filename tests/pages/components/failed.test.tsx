import { render, screen } from '@testing-library/react'
import { Failed } from '@/components/failed'
import { PageFrame } from '@/components/page-frame'
import { useCloud } from '@/services/use-loaded'
import { cloudAnswers, noNetwork, refused } from '../network'

const load = {
  state: 'failed',
  sentence: '网络不通，请看一看手机有没有信号。',
  code: null,
  reload: async () => {},
} as const

describe('Failed', () => {
  it('offers another try where that can help', () => {
    render(<Failed load={{ ...load, isFinal: false }} />)
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
    expect(screen.getByText(load.sentence)).toBeTruthy()
  })

  it('leads home where the cloud would say no again', () => {
    render(<Failed load={{ ...load, isFinal: true }} />)
    expect(screen.getByRole('button', { name: '回首页' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  })
})

function Page() {
  return (
    <PageFrame title="页" load={useCloud('meals.mine', {})}>
      {null}
    </PageFrame>
  )
}

describe('a page that could not be loaded', () => {
  it.each([
    ['nobody may see', () => refused('FORBIDDEN'), '回首页'],
    ['is not there', () => refused('NOT_FOUND'), '回首页'],
    ['met a busy cloud', () => refused('BUSY'), '再试一次'],
    ['met no network', noNetwork, '再试一次'],
  ])('says what to do when it %s', async (_case, failure, button) => {
    cloudAnswers({
      'meals.mine': () => {
        throw failure()
      },
    })
    render(<Page />)
    expect(await screen.findByRole('button', { name: button })).toBeTruthy()
  })
})
