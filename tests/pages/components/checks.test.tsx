import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Checks } from '@/components/checks'

const options = [
  { value: 'order', word: '订餐', hint: '替您订，替您退' },
  { value: 'visit', word: '请人上门看看' },
  { value: 'file', word: '看您的资料' },
] as const
type Scope = (typeof options)[number]['value']

function Asking({ onChange }: { onChange(values: Scope[]): void }) {
  const [values, setValues] = useState<Scope[]>(['visit'])
  const change = (next: Scope[]) => {
    setValues(next)
    onChange(next)
  }
  return <Checks label="您同意他办哪些事" options={options} values={values} onChange={change} />
}

const checked = () =>
  screen.getAllByRole('checkbox').map((box) => [box.textContent, box.getAttribute('aria-checked')])

describe('Checks', () => {
  it('says what is picked, and lets several be picked and given up', () => {
    const onChange = jest.fn()
    render(<Asking onChange={onChange} />)
    expect(screen.getByRole('group', { name: '您同意他办哪些事' })).toBeTruthy()
    expect(checked()).toEqual([
      ['订餐替您订，替您退', 'false'],
      ['请人上门看看', 'true'],
      ['看您的资料', 'false'],
    ])

    fireEvent.click(screen.getByRole('checkbox', { name: /订餐/ }))
    expect(onChange).toHaveBeenLastCalledWith(['visit', 'order'])
    fireEvent.keyDown(screen.getByRole('checkbox', { name: '请人上门看看' }), { key: ' ' })
    expect(onChange).toHaveBeenLastCalledWith(['order'])
    expect(checked().map(([, state]) => state)).toEqual(['true', 'false', 'false'])
  })
})
