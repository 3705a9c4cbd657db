import { isValidElement, type ReactNode } from 'react'
import { keepWhole } from '@/components/text/whole'

/** What stands on one line, in braces. */
const marked = (words: ReactNode): string =>
  [keepWhole(words)]
    .flat()
    .map((part) =>
      isValidElement<{ className?: string; children: string }>(part)
        ? part.props.className === 'whole'
          ? `{${part.props.children}}`
          : part.props.children
        : part,
    )
    .join('')

describe('keepWhole', () => {
  it.each([
    ['11月22日 周日 11:30', '11月22日 {周日} 11:30'],
    ['现在填的是 000-0000-3606。', '现在填的是 {000-0000-3606}。'],
    ['电话 138****5678，021-****0120', '电话 138****5678，{021-****0120}'],
    ['请驿站的工作人员或者协调员来', '请驿站的{工作人员}或者{协调员}来'],
    ['午餐 11:30', '午餐 11:30'],
  ])('keeps on one line what of %s is read as one', (words, kept) => {
    expect(marked(words)).toBe(kept)
  })

  it('leaves alone what is more than words', () => {
    expect(marked(['周一', <b key="b">周二</b>])).toBe('{周一}周二')
  })
})
