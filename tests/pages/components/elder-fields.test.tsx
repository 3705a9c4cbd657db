import { fireEvent, render, screen } from '@testing-library/react'
import { checkDigit } from '#types/id-numbers'
import { allergiesIn, allergyTrouble } from '@/components/elder-fields/allergies'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { contactTrouble, isContactNumber, isPhoneNumber, phoneTrouble } from '@/services/phone-number'

const typed = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })

describe('the fields of an elder', () => {
  it.each([
    ['138 0000 0101', '13800000101'],
    ['\u202d+86 138 0000 0101\u202c', '+8613800000101'],
    ['（0551）６５１２３４５ 转 801', '(0551)6512345转801'],
  ])('take %s of a telephone without spaces and unseen marks', (text, kept) => {
    const change = jest.fn()
    render(<PhoneField label="电话" value="" onChange={change} />)
    typed(text)
    expect(change).toHaveBeenCalledWith(kept)
    expect(screen.getByRole<HTMLInputElement>('textbox').maxLength).toBeGreaterThanOrEqual(text.length)
  })

  it.each([
    ['138 0000 0101', true, true],
    ['0551-6512345转801', true, true],
    ['12349', false, true],
    ['+852 6123 4567', false, true],
    ['12345678901', false, false],
  ])('know whether %s is hers, or that of somebody to ring', (text, isHers, isContacts) => {
    expect([isPhoneNumber(text), isContactNumber(text)]).toEqual([isHers, isContacts])
    expect([phoneTrouble(text) === null, contactTrouble(text) === null]).toEqual([isHers, isContacts])
  })

  it('take an id number as a card has it', () => {
    const change = jest.fn()
    render(<IdNumberField label="身份证号" value="" onChange={change} without="请选别的" />)
    const text = '３４０１０１ 19440101 002x'
    typed(text)
    expect(change).toHaveBeenCalledWith('34010119440101002X')
    expect(screen.getByRole<HTMLInputElement>('textbox').maxLength).toBeGreaterThanOrEqual(text.length)
  })

  it.each([
    ['110105491231002', /十五位的老号码.*，请选别的。$/],
    ['911124198108030024', /外国人的证件.*。请选别的。$/],
    ['349900195013030025', /出生日期对不上/],
    [`34990019010101002${checkDigit('34990019010101002')}`, /出生日期对不上/], // longer ago than anybody lives
  ])('say of %s what to do', (value, words) => {
    render(<IdNumberField label="身份证号" value={value} onChange={jest.fn()} without="请选别的" />)
    expect(screen.getByText(words)).toBeDefined()
  })

  it('say nothing of a number that is half typed', () => {
    const { container } = render(
      <IdNumberField label="身份证号" value="349900195013030" onChange={jest.fn()} without="请选别的" />,
    )
    expect(container.querySelector('.field-trouble')).toBeNull()
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
