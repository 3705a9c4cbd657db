import { render, screen } from '@testing-library/react'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

const field = (label: string) => <Field label={label} value="" onChange={() => undefined} long />
const isFixed = (name: string) => screen.getByRole('textbox', { name }).dataset.fixed

describe('a box for many words', () => {
  it('tells WeChat that it is in a sheet, and that it is not', () => {
    render(
      <>
        {field('在页面上')}
        <Sheet title="为什么" onClose={() => undefined}>
          {field('在上面')}
        </Sheet>
      </>,
    )
    expect([isFixed('在页面上'), isFixed('在上面')]).toEqual(['false', 'true'])
  })
})
