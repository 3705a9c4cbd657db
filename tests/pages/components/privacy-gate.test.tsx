import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import * as React from 'react'
import type * as Parts from '@/components/privacy'
import type * as Answering from '@/services/privacy'
import * as phoneAround from '../mock-taro'

type Privacy = typeof Parts & typeof Answering
type Answers = { onAgree: jest.Mock; onRefuse: jest.Mock }

/** A page on which a number would be asked for. */
function Asking({ PrivacyGate, usePrivacy, onAgree, onRefuse }: Privacy & Answers) {
  const { state } = usePrivacy()
  return (
    <>
      <p>{state}</p>
      {state === 'needed' && <PrivacyGate asks={['手机号', '位置']} onAgree={onAgree} onRefuse={onRefuse} />}
    </>
  )
}

async function opened(visit: Privacy): Promise<Answers> {
  cleanup()
  const answers = { onAgree: jest.fn(), onRefuse: jest.fn() }
  await act(async () => void render(<Asking {...visit} {...answers} />))
  return answers
}

/** The program started anew: an answer lives as long as it runs. */
function aVisit(): Privacy {
  let visit: Privacy | undefined
  jest.isolateModules(() => {
    jest.doMock('react', () => React) // two of them do not render together
    jest.doMock('@tarojs/taro', () => phoneAround) // the phone keeps what it kept
    visit = { ...require('@/components/privacy'), ...require('@/services/privacy') }
  })
  if (!visit) throw new Error('not loaded')
  return visit
}

const state = () => screen.getByText(/^(unknown|needed|agreed|refused)$/).textContent
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => phoneAround.phone.storage.clear())

describe('PrivacyGate', () => {
  it('says what for, and what can be done all the same', async () => {
    await opened(aVisit())
    const dialog = screen.getByRole('dialog', { name: '先看一看隐私说明' })
    expect(dialog.textContent).toContain('接下来会用到您的手机号、位置')
    expect(dialog.textContent).toContain('手机号可以自己填')
    expect(screen.queryByRole('button', { name: '打开隐私说明' })).toBeNull() // a browser has none
  })

  it('remembers a yes', async () => {
    const { onAgree, onRefuse } = await opened(aVisit())
    tap('看过了，同意')
    expect(onAgree).toHaveBeenCalledTimes(1)
    expect(state()).toBe('agreed')
    await opened(aVisit())
    expect(state()).toBe('agreed')
    expect(onRefuse).not.toHaveBeenCalled()
  })

  it.each(['先不同意', '关上'])('takes “%s” for a no, and is not shown again on this visit', async (no) => {
    const visit = aVisit()
    const { onAgree, onRefuse } = await opened(visit)
    tap(no)
    expect(onRefuse).toHaveBeenCalledTimes(1)
    expect(onAgree).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()

    await opened(visit)
    expect(state()).toBe('refused')
    expect(screen.queryByRole('dialog')).toBeNull()

    await opened(aVisit())
    expect(state()).toBe('needed')
  })
})
