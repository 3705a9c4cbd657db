import type { Reason, RuleAnswer } from '#types/eligibility/entitlements'
import type { Category } from '#types/people/categories'
import type { Living, Sex } from '#types/people/elders'
import type { AbilityLevel, Level, PersonFact } from '#types/policies/conditions'
import { categoryName } from '#types/words/people/elders/categories'
import { hukouWord } from '#types/words/people/elders/hukous'
import { livingWord } from '#types/words/people/elders/livings'
import { sexWord } from '#types/words/people/elders/sexes'
import { abilityWord } from '#types/words/policies/abilities'
import { levelWord } from '#types/words/policies/levels'
import { longDate } from './dates'
import { givesSentence } from './gives-words'

export { givesSentence }

/** Why somebody has a right to something or has not, in sentences. The elder's word is 您, 妈妈, 王奶奶. */

type Asked = Pick<Reason, 'wants' | 'names'>

/** How one fact is worded; the elder's word stands before `is`, `isNot` and `has`. */
interface FactWords {
  /** Between the elder's word and `is`: 的 where the fact is hers and not she herself. */
  joint: string
  is(asked: Asked): string
  isNot(asked: Asked): string
  /** What the rule asks for. */
  needs(asked: Asked): string
  has(value: string): string
  /** The fact is not known. */
  unknown(who: string, asked: Asked): string
  /** It is known by word only. */
  unproven(who: string, asked: Asked): string
}

const oneOf = (words: readonly string[]): string => words.join('或')

/** Also of somebody registered in another province. */
const placeWord: Record<Level | 'elsewhere', string> = { ...levelWord, elsewhere: hukouWord.elsewhere }
const levelsOf = (codes: readonly string[]) => oneOf(codes.map((code) => placeWord[code as Level] ?? code))

const gradesOf = (codes: readonly string[]) => oneOf(codes.map((code) => abilityWord[code as AbilityLevel]))

const livingsOf = (codes: readonly string[]) => oneOf(codes.map((code) => livingWord[code as Living] ?? code))
const sexesOf = (codes: readonly string[]) => oneOf(codes.map((code) => `${sexWord[code as Sex] ?? code}士`))

/** 低保或特困; a district's own by the name that came with the reason; slots that it has still to fill have none. */
const categoriesOf = ({ wants, names }: Asked) =>
  wants.length > 0
    ? oneOf(wants.map((code) => names[code] ?? categoryName(code as Category)))
    : '区里规定的其他类别'

const homeWord = (value: string | undefined) => (value === 'false' ? '住在养老机构' : '住在家里')
const notHomeWord = (value: string | undefined) => (value === 'false' ? '没有住在养老机构' : '没有住在家里')

/** 满 80 岁, 60 到 79 岁之间: by which ends the rule has. */
function byAges(
  { wants: [from = '', to = ''] }: Asked,
  words: { within(from: string, to: string): string; above(from: string): string; below(to: string): string },
): string {
  if (from && to) return words.within(from, to)
  return from ? words.above(from) : words.below(to)
}

const words: Record<PersonFact, FactWords> = {
  age: {
    joint: '',
    is: (asked) =>
      byAges(asked, {
        within: (from, to) => `在 ${from} 到 ${to} 岁之间`,
        above: (from) => `满 ${from} 岁`,
        below: (to) => `不超过 ${to} 岁`,
      }),
    isNot: (asked) =>
      byAges(asked, {
        within: (from, to) => `不在 ${from} 到 ${to} 岁之间`,
        above: (from) => `没到 ${from} 岁`,
        below: (to) => `超过了 ${to} 岁`,
      }),
    needs: (asked) =>
      byAges(asked, {
        within: (from, to) => `要在 ${from} 到 ${to} 岁之间`,
        above: (from) => `要满 ${from} 岁`,
        below: (to) => `不能超过 ${to} 岁`,
      }),
    has: (value) => `现在 ${value} 岁`,
    unknown: (who) => `还不知道${who}多大年纪`,
    unproven: (who) => `${who}的年龄还没有核对证件`,
  },
  hukou: {
    joint: '的',
    is: ({ wants }) => `户口在${levelsOf(wants)}`,
    isNot: ({ wants }) => `户口不在${levelsOf(wants)}`,
    needs: ({ wants }) => `户口要在${levelsOf(wants)}`,
    has: (value) => `户口在${levelsOf([value])}`,
    unknown: (who) => `还不知道${who}的户口在哪里`,
    unproven: (who) => `${who}的户口还没有核对证件`,
  },
  residentMonths: {
    joint: '',
    is: ({ wants }) => `在这里住满 ${oneOf(wants)} 个月`,
    isNot: ({ wants }) => `在这里没住满 ${oneOf(wants)} 个月`,
    needs: ({ wants }) => `要在这里住满 ${oneOf(wants)} 个月`,
    has: (value) => `在这里住了 ${value} 个月`,
    unknown: (who) => `还不知道${who}在这里住了多久`,
    unproven: (who) => `${who}在这里住了多久，还没有核对证件`,
  },
  category: {
    joint: '',
    is: (asked) => `已认定为${categoriesOf(asked)}`,
    isNot: (asked) => `没有认定为${categoriesOf(asked)}`,
    needs: (asked) => `要认定为${categoriesOf(asked)}`,
    has: () => '',
    unknown: (who, asked) => `还不知道${who}有没有认定为${categoriesOf(asked)}`,
    unproven: (who, asked) => `${who}登记的“${categoriesOf(asked)}”还没有核对证件`,
  },
  ability: {
    joint: '的',
    is: ({ wants }) => `能力评估是${gradesOf(wants)}`,
    isNot: ({ wants }) => `能力评估不是${gradesOf(wants)}`,
    needs: ({ wants }) => `能力评估要是${gradesOf(wants)}`,
    has: (value) => `能力评估是${gradesOf([value])}`,
    unknown: (who) => `还不知道${who}的能力评估结果`,
    unproven: (who) => `${who}的能力评估结果还没有核对`,
  },
  living: {
    joint: '',
    is: ({ wants }) => livingsOf(wants),
    isNot: ({ wants }) => `不是${livingsOf(wants)}`,
    needs: ({ wants }) => `要${livingsOf(wants)}`,
    has: (value) => livingsOf([value]),
    unknown: (who) => `还不知道${who}和谁一起住`,
    unproven: (who) => `${who}和谁一起住，还没有核对`,
  },
  livesAtHome: {
    joint: '',
    is: ({ wants: [value] }) => homeWord(value),
    isNot: ({ wants: [value] }) => notHomeWord(value),
    needs: ({ wants: [value] }) => `要${homeWord(value)}`,
    has: homeWord,
    unknown: (who) => `还不知道${who}是不是住在家里`,
    unproven: (who) => `${who}是不是住在家里，还没有核对`,
  },
  sex: {
    joint: '',
    is: ({ wants }) => `是${sexesOf(wants)}`,
    isNot: ({ wants }) => `不是${sexesOf(wants)}`,
    needs: ({ wants }) => `只给${sexesOf(wants)}`,
    has: (value) => `是${sexesOf([value])}`,
    unknown: (who) => `还不知道${who}是女士还是男士`,
    unproven: (who) => `${who}是女士还是男士，还没有核对证件`,
  },
}

/** Whether the fact stands as the rule asks; null while that is not known. */
function isMet({ answer, isNegated }: Reason): boolean | null {
  return answer === 'unknown' ? null : (answer === 'yes') !== isNegated
}

/** A fact that holds, without the elder's word: 满 80 岁; one that the reader may not know is not guessed from what is asked. */
function metWords(reason: Reason): string {
  const { fact, isNegated, has } = reason
  if (fact === 'ability' && has === null) return '能力评估符合要求'
  if (isNegated) return words[fact].isNot(reason)
  if (fact === 'category' && has === null) return '有符合要求的认定'
  if (fact === 'category' && has !== null) return words.category.is({ ...reason, wants: has.split(',') })
  const isExact = fact === 'living' || fact === 'ability' // one of several would do; which one it is reads better
  return isExact && has !== null ? words[fact].has(has) : words[fact].is(reason)
}

/** 满 80 岁的不算 */
const excludedWords = (reason: Reason) => `${words[reason.fact].is(reason)}的不算`

/**
 * One reason as a sentence without its full stop: 您满 80 岁; 您现在 77 岁，要满 80 岁，2029年3月5日起可以;
 * 还不知道您的户口在哪里（户口要在本市）.
 */
export function reasonSentence(reason: Reason, elderWord: string): string {
  const { fact, has, from, isNegated, isDeclared, wants } = reason
  const { joint, needs, unknown, unproven } = words[fact]
  const met = isMet(reason)
  if (met === true) return `${elderWord}${joint}${metWords(reason)}`
  const rule = isNegated ? excludedWords(reason) : needs(reason)
  if (met === null) {
    if (isDeclared) return unproven(elderWord, reason)
    const isSaid = fact === 'category' && !isNegated
    return wants.length > 0 && !isSaid
      ? `${unknown(elderWord, reason)}（${rule}）`
      : unknown(elderWord, reason)
  }
  const known = has === null ? '' : words[fact].has(has)
  const begin = known ? `${elderWord}${joint}${known}，` : ''
  const later = from !== null && !isNegated ? `，${longDate(from)}起可以` : ''
  return `${begin}${rule}${later}`
}

/** Several reasons in one sentence; the elder is named once: 您满 80 岁，户口在本市. */
export function reasonsSentence(reasons: readonly Reason[], elderWord: string): string {
  const met = reasons.filter((one) => isMet(one) === true)
  const others = reasons.filter((one) => isMet(one) !== true)
  const first = met.map((one, nth) => (nth === 0 ? reasonSentence(one, elderWord) : metWords(one))).join('，')
  return [first, ...others.map((one) => reasonSentence(one, elderWord))].filter(Boolean).join('；')
}

/**
 * What a rule says of the elder, with its full stop: 因为您满 80 岁，户口在本市，市里每餐出 3 元。
 * Unknown is never worded as a no: it says what to bring.
 */
export function answerSentence(answer: RuleAnswer, elderWord: string): string {
  const why = reasonsSentence(answer.reasons, elderWord)
  switch (answer.answer) {
    case 'yes': {
      const gives = givesSentence(answer.gives, answer.payer, elderWord)
      if (!answer.isTaken) return `${why ? `${why}。` : ''}这一项也符合，已经按给得更多的一项算了。`
      return why ? `因为${why}，${gives}。` : `${gives}。`
    }
    case 'unknown':
      return `${why || '还差一些情况没有登记'}。${bringWords(answer.bring)}就能知道。`
    case 'no':
      return `${why || '现在的情况不符合这一项'}。`
  }
}

/** 带上身份证、户口本，到驿站看一看 */
const bringWords = (bring: readonly string[]): string =>
  bring.length > 0 ? `带上${bring.join('、')}，到驿站看一看，` : '到驿站说一说，'
