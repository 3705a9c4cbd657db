import { isValidElement, type ReactNode } from 'react'
import { keepWhole } from '@/components/text/whole'
import { hear } from '@/services/names'

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

  it('keeps short names whole once the cloud has told them', () => {
    const words = '赵强已经接了，王秀英和李*看得到。'
    expect(marked(words)).toBe(words)
    hear({
      visits: [
        { elderName: '王秀英', helper: { name: '赵强' } },
        { by: '李*', note: '已经' },
      ],
    })
    expect(marked(words)).toBe('{赵强}已经接了，{王秀英}和{李*}看得到。')
  })

  it('lets a long name break, which no line of the narrowest phone holds', () => {
    hear({ elderName: '阿依夏木古丽·买买提江', stationName: '长江路社区养老驿站' })
    expect(marked('阿依夏木古丽·买买提江在长江路社区养老驿站')).not.toContain('{')
  })

  it('forgets what was heard longest ago', () => {
    hear({ name: '钱多多' })
    hear(Array.from({ length: 300 }, (_, nth) => ({ name: `孙${String.fromCharCode(0x4e00 + nth)}` })))
    expect(marked('钱多多来了')).toBe('钱多多来了')
  })

  it('leaves alone what is more than words', () => {
    expect(marked(['周一', <b key="b">周二</b>])).toBe('{周一}周二')
  })
})
