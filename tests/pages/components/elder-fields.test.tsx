import { fireEvent, render, screen } from '@testing-library/react'
import { allergiesIn, allergyTrouble } from '@/components/elder-fields/allergies'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { PhoneField } from '@/components/elder-fields/phone-field'

const typed = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })

describe('the fields of an elder', () => {
  it('take a number of a telephone without its spaces', () => {
    const change = jest.fn()
    render(<PhoneField label="电话" value="" onChange={change} />)
    typed('138 0000 0101')
    expect(change).toHaveBeenCalledWith('13800000101')
    expect(screen.getByRole<HTMLInputElement>('textbox').maxLength).toBe('0551-6512-3456'.length)
  })

  it('take an id number as a card has it', () => {
    const change = jest.fn()
    render(<IdNumberField label="身份证号" value="" onChange={change} />)
    typed('340101 19440101 002x')
    expect(change).toHaveBeenCalledWith('34010119440101002X')
  })

  it('find each thing once in what people wrote, however they divided it', () => {
    expect(allergiesIn('鸡蛋，芒果、 花生;鸡蛋\n')).toEqual(['鸡蛋', '芒果', '花生'])
    expect(allergiesIn(' ')).toEqual([])
  })

  it.each([
    ['十'.repeat(20), null],
    ['一'.repeat(21), '一样不超过 20 个字，请写短些。'],
    ['一二三四五六七八九十'.split('').join('，'), null],
    ['一二三四五六七八九十百'.split('').join('，'), '最多写 10 样。请把最要紧的写上。'],
  ])('say of “%s” what a kitchen could not read', (text, trouble) => {
    expect(allergyTrouble(text)).toBe(trouble)
  })
})
