import { templatesOf } from '../../types/templates'

const meal = (text: string) => templatesOf({ TEMPLATE_MEAL: text }).meal

describe('templatesOf', () => {
  it('reads the id and where each part of what is said stands', () => {
    expect(meal('abc_D-1:who=thing3,what=thing1,at=time5,state=phrase2')).toEqual({
      id: 'abc_D-1',
      isLong: false,
      fields: {
        who: { name: 'thing3', kind: 'thing' },
        what: { name: 'thing1', kind: 'thing' },
        at: { name: 'time5', kind: 'time' },
        state: { name: 'phrase2', kind: 'phrase' },
      },
    })
  })

  it('knows a long-term template, and one without a field for whom and when', () => {
    expect(meal(' id:state=thing2, what=thing1:long ')).toEqual({
      id: 'id',
      isLong: true,
      fields: { what: { name: 'thing1', kind: 'thing' }, state: { name: 'thing2', kind: 'thing' } },
    })
  })

  it('gives nothing for what is not configured', () => {
    expect(templatesOf({ TEMPLATE_MEAL: '', TEMPLATE_VISIT: ' ' })).toEqual({
      meal: null,
      visit: null,
      application: null,
    })
  })

  it('lets several share a template that is written alike, in whatever order', () => {
    const shared = {
      TEMPLATE_MEAL: 'a:what=thing1,state=phrase2',
      TEMPLATE_VISIT: 'a:state=phrase2,what=thing1',
    }
    expect(templatesOf(shared).visit).toEqual(templatesOf(shared).meal)
  })

  it.each([
    ['without an id', ':what=thing1,state=phrase2', '开头要写模板 id'],
    ['with a space in its id', 'a b:what=thing1,state=phrase2', '开头要写模板 id'],
    ['that is an id alone', 'a', '看不懂“”'],
    ['with a part that nobody knows', 'a:whom=thing1,what=thing2,state=phrase2', '看不懂“whom=thing1”'],
    ['with a field that has no number', 'a:what=thing,state=phrase2', '看不懂“what=thing”'],
    [
      'that puts words into a number',
      'a:what=number1,state=phrase2',
      'what 只能放在 thing 里，不能放在 number1 里',
    ],
    ['that puts a state into a name', 'a:what=thing1,state=name2', 'state 只能放在 phrase、thing 里'],
    ['that says a part twice', 'a:what=thing1,what=thing2,state=phrase3', 'what 写了两次'],
    ['that uses a field twice', 'a:what=thing1,who=thing1,state=phrase3', 'thing1 用了两次'],
    ['that does not say how it stands', 'a:who=thing1,what=thing2', '少了 state'],
    ['of a term that nobody knows', 'a:what=thing1,state=phrase2:short', '不认识“:short”'],
    ['with more behind its term', 'a:what=thing1,state=phrase2:long:long', '不认识“:long:long”'],
  ])('refuses one %s, and says how it is written', (_, text, fault) => {
    expect(() => meal(text)).toThrow(`TEMPLATE_MEAL 不能用：${fault}`)
    expect(() => meal(text)).toThrow('写法是 <模板 id>:who=thing3,what=thing1,at=time5,state=phrase2')
  })

  it('refuses one id that is written in two ways', () => {
    const TEMPLATE_MEAL = 'a:what=thing1,state=phrase2'
    for (const TEMPLATE_APPLICATION of ['a:what=thing3,state=phrase2', 'a:what=thing1,state=phrase2:long'])
      expect(() => templatesOf({ TEMPLATE_MEAL, TEMPLATE_APPLICATION })).toThrow(
        'TEMPLATE_APPLICATION 不能用：模板 a 前面写过，后面的写法却不一样',
      )
  })
})
