import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { DateEntry } from '@/components/date-entry'
import { type DateParts, faultOf, namedDate, partsOf, spread } from '@/components/date-entry/date-parts'

const parts = (year: string, month = '', day = ''): DateParts => ({ year, month, day })

describe('namedDate', () => {
  it.each([
    ['1944', '3', '5', '1944-03-05'],
    ['1944', '03', '05', '1944-03-05'],
    ['1944', '2', '29', '1944-02-29'],
    ['1943', '2', '29', null],
    ['1900', '2', '29', null],
    ['2000', '2', '29', '2000-02-29'],
    ['1944', '4', '31', null],
    ['1944', '12', '31', '1944-12-31'],
    ['1944', '13', '1', null],
    ['1944', '0', '1', null],
    ['1944', '1', '0', null],
    ['1899', '1', '1', null],
    ['44', '1', '1', null],
    ['19440', '1', '1', null],
    ['1944', '', '1', null],
  ])('of %s %s %s is %s', (year, month, day, date) => {
    expect(namedDate(parts(year, month, day))).toBe(date)
  })
})

describe('spread', () => {
  it.each([
    [parts('19440305'), parts('1944', '3', '5')],
    [parts('19441231', '1', '1'), parts('1944', '12', '31')],
    [parts('1944030'), parts('1944030')],
    [parts('1944', '3', '5'), parts('1944', '3', '5')],
  ])('makes of %j %j', (typed, found) => {
    expect(spread(typed)).toEqual(found)
  })
})

describe('partsOf', () => {
  it.each([
    ['1944-03-05', parts('1944', '3', '5')],
    ['1944-10-30', parts('1944', '10', '30')],
    ['', parts('')],
  ])('takes %j apart', (date, found) => {
    expect(partsOf(date)).toEqual(found)
  })
})

describe('faultOf', () => {
  it.each([
    [parts('1943', '2', '29'), '没有1943年2月29日这一天，请再看一遍。'],
    [parts('44', '3', '5'), '年份要写四个数字，比如 1944。'],
    [parts('2026', '11', '23'), '2026年11月23日还没有到，请再看一遍。'],
    [parts('2026', '11', '22'), null],
    [parts('1901', '11', '21'), '1901年11月21日太早了，请再看一遍。'],
    [parts('1901', '11', '22'), null],
    [parts('1944', '3'), null],
    [parts(''), null],
  ])('of %j on 22 November 2026 is %s', (typed, fault) => {
    expect(faultOf(typed, '2026-11-22', '1901-11-22')).toBe(fault)
  })
})

function Asking({
  onChange,
  first = '',
  trouble,
}: {
  onChange(date: string): void
  first?: string
  trouble?: string
}) {
  const [date, setDate] = useState(first)
  const change = (next: string) => {
    setDate(next)
    onChange(next)
  }
  return (
    <>
      <DateEntry label="出生日期" value={date} onChange={change} latest="2026-11-22" trouble={trouble} />
      <button type="button" onClick={() => setDate('')}>
        重新填
      </button>
    </>
  )
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(box(name), { target: { value } })
const typed = () => ['年', '月', '日'].map((name) => box(name).value)

describe('DateEntry', () => {
  it('is typed number by number and read back in words', () => {
    const onChange = jest.fn()
    render(<Asking onChange={onChange} />)
    expect(screen.getByRole('group', { name: '出生日期' })).toBeTruthy()
    type('年', '1944')
    type('月', '3')
    expect(onChange).toHaveBeenLastCalledWith('')
    type('日', '5')
    expect(onChange).toHaveBeenLastCalledWith('1944-03-05')
    expect(screen.getByText('1944年3月5日')).toBeTruthy()
  })

  it('leaves what is typed as it is typed', () => {
    render(<Asking onChange={() => undefined} />)
    type('年', '1944')
    type('月', '03')
    type('日', '0')
    type('日', '05')
    expect(typed()).toEqual(['1944', '03', '05'])
  })

  it('spreads eight digits, and says so on the way', () => {
    const onChange = jest.fn()
    render(<Asking onChange={onChange} />)
    type('年', '194403')
    expect(screen.getByText(/写满八个数字/)).toBeTruthy()
    type('年', '19440305')
    expect(typed()).toEqual(['1944', '3', '5'])
    expect(onChange).toHaveBeenLastCalledWith('1944-03-05')
    expect(screen.queryByText(/写满八个数字/)).toBeNull()
  })

  it('takes digits only', () => {
    render(<Asking onChange={() => undefined} />)
    type('年', '1944年')
    expect(typed()).toEqual(['1944', '', ''])
  })

  it('says when there is no such day, and takes the date back', () => {
    const onChange = jest.fn()
    render(<Asking onChange={onChange} first="1944-02-29" trouble="和身份证上的不一样。" />)
    expect(screen.getByText('和身份证上的不一样。')).toBeTruthy()
    type('年', '1943')
    expect(screen.getByText('没有1943年2月29日这一天，请再看一遍。')).toBeTruthy()
    expect(onChange).toHaveBeenLastCalledWith('')
    expect(typed()).toEqual(['1943', '2', '29'])
  })

  it('takes no day that is still to come', () => {
    const onChange = jest.fn()
    render(<Asking onChange={onChange} />)
    type('年', '20261123')
    expect(onChange).toHaveBeenLastCalledWith('')
    expect(screen.getByText(/还没有到/)).toBeTruthy()
  })

  it('follows a date that comes from elsewhere, also to nothing', () => {
    render(<Asking onChange={() => undefined} first="1944-03-05" />)
    expect(typed()).toEqual(['1944', '3', '5'])
    fireEvent.click(screen.getByRole('button', { name: '重新填' }))
    expect(typed()).toEqual(['', '', ''])
  })
})
