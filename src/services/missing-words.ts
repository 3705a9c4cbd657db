import type { MissingFact, Undecided } from '#types/meals/prices'
import type { Category } from '#types/people/categories'
import { categoryName } from '#types/words/people/elders/categories'
import { factWord } from '#types/words/policies/facts'
import { money } from './words'

/** In a sentence to an elder: people look their 户口 up in a booklet, and which town she eats in is all that matters. */
const missingWord: Record<MissingFact['fact'], string> = {
  ...factWord,
  hukou: '户口在哪里',
  eatsIn: '在哪个街道（镇）吃',
}

function missingWords({ fact, wants }: MissingFact): string {
  if (fact !== 'category') return missingWord[fact]
  return wants.length > 0
    ? `是不是${wants.map((code) => categoryName(code as Category)).join('或')}`
    : '有没有认定过的类别'
}

/** What a meal might still cost less by: 妈妈还可能少付 5 元：户口在哪里还不知道。带上户口本，到驿站核对. */
export function missingSentence({ amount, facts, bring }: Undecided, elderWord: string): string {
  const less = amount === null || amount === 0 ? '一些' : ` ${money(amount)}`
  const unproven = facts.filter(({ isDeclared }) => isDeclared)
  const unknown = facts.filter(({ isDeclared }) => !isDeclared)
  const list = (some: readonly MissingFact[]) => some.map(missingWords).join('、')
  const why = [
    unknown.length > 0 ? `${list(unknown)}还不知道` : '',
    unproven.length > 0 ? `${list(unproven)}还没有看过证件` : '',
  ]
    .filter(Boolean)
    .join('，')
  const way = bring.length > 0 ? `带上${bring.join('、')}，到驿站核对` : '到驿站说一说'
  return `${elderWord}还可能少付${less}：${why ? `${why}。` : ''}${way}。`
}
