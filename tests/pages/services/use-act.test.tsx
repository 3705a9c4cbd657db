import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { useAct } from '@/services/use-act'
import { aVisit } from '../builders'
import { cloudAnswers, noNetwork, refused } from '../network'

function Asking() {
  const [reason, setReason] = useState('电话没人接')
  const request = useAct('visits.request')
  return (
    <>
      <Field label="为什么" value={reason} onChange={setReason} />
      {request.trouble && <Notice>{request.trouble}</Notice>}
      <Button
        pending={request.isPending}
        onTap={() => void request.run({ elderId: 'e-wang', urgency: 'urgent', reason, when: 'now' })}
      >
        现在就请人去
      </Button>
    </>
  )
}

const button = () => screen.getByRole('button', { name: /现在就请人去/ })
const box = () => screen.getByRole<HTMLInputElement>('textbox')
const tap = () => act(async () => void fireEvent.click(button()))

/** Long after whatever another test has tapped, in whichever order they run. */
let start = Date.now()
beforeEach(() => {
  start += 60_000
})
afterEach(() => jest.restoreAllMocks())
/** A tap of the same finger, so many milliseconds after its first. */
const tapAfter = async (milliseconds: number, element: HTMLElement) => {
  jest.spyOn(Date, 'now').mockReturnValue(start + milliseconds)
  await act(async () => void fireEvent.click(element, { clientX: 300, clientY: 420 }))
}

describe('useAct', () => {
  it('makes one call of a double tap', async () => {
    let answer = () => {}
    const sent = cloudAnswers({
      'visits.request': () => new Promise((resolve) => (answer = () => resolve(aVisit()))),
    })
    render(<Asking />)
    fireEvent.click(button())
    fireEvent.click(button())
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve))
      answer()
    })
    expect(sent).toHaveLength(1)
  })

  it('keeps what was typed, says what to do, and tries again with the same key', async () => {
    const sent = cloudAnswers({
      'visits.request': () => {
        throw noNetwork()
      },
    })
    render(<Asking />)
    fireEvent.change(box(), { target: { value: '她耳朵不好' } })
    await tap()
    expect(screen.getByRole('status').textContent).toMatch(/没有连上网/)
    expect(box().value).toBe('她耳朵不好')
    await tap()
    expect(sent).toHaveLength(2)
    expect(sent[0]?.input.key).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
    expect(sent[1]?.input.key).toBe(sent[0]?.input.key)
  })

  it('does not send the next tap of an impatient finger once the answer was a question', async () => {
    const sent = cloudAnswers({
      'visits.request': () => {
        throw refused('PRICE_CHANGED')
      },
    })
    render(<Asking />)
    await tapAfter(0, button())
    await tapAfter(900, button())
    expect(sent).toHaveLength(1)
    expect(screen.getByRole('status').textContent).not.toContain('点得太快') // the question is still there
    await tapAfter(1600, button())
    expect(sent).toHaveLength(2)
  })

  it('says so to somebody who taps on from the step before, and sends the next tap', async () => {
    const sent = cloudAnswers({ 'visits.request': () => aVisit() })
    render(
      <>
        <Button onTap={() => undefined}>下一步</Button>
        <Asking />
      </>,
    )
    await tapAfter(0, screen.getByRole('button', { name: '下一步' }))
    await tapAfter(900, button())
    expect(sent).toEqual([])
    expect(screen.getByRole('status').textContent).toBe('点得太快，这一下没有算。看好了，再点一次。')
    await tapAfter(1600, button())
    expect(sent).toHaveLength(1)
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('makes another key for another wish, and after an answer', async () => {
    const sent = cloudAnswers({
      'visits.request': () => {
        throw noNetwork()
      },
    })
    render(<Asking />)
    await tap()
    fireEvent.change(box(), { target: { value: '想有人陪' } })
    const later = cloudAnswers({ 'visits.request': () => aVisit() })
    await tap()
    await tap()
    const keys = [...sent, ...later].map(({ input }) => input.key)
    expect(new Set(keys).size).toBe(3)
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('words a refusal and makes a new key after it', async () => {
    const sent = cloudAnswers({
      'visits.request': () => {
        throw refused('DATE_PAST')
      },
    })
    render(<Asking />)
    await tap()
    expect(screen.getByText(/已经过去了/)).toBeTruthy()
    await tap()
    expect(sent[0]?.input.key).not.toBe(sent[1]?.input.key)
  })
})
