import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu, MenuDish, UnseenPhoto } from '#types/meals/menus'
import { allergenWord } from '#types/words/meals/allergens'
import { dietWord } from '#types/words/people/elders/diets'
import { weekdayWords } from '@/services/dates'

/** What a dish holds that people are allergic to: said, said to be nothing, or not said. */
export function allergensWord({ allergens }: Pick<MenuDish, 'allergens'>): string {
  if (allergens === null) return '里面有什么，还没有写'
  if (allergens.length === 0) return '没有容易过敏的'
  return `里面有${allergens.map((one) => allergenWord[one]).join('、')}`
}

/** 能做软烂、少盐；一天 30 份 */
export function dishFacts({ diets, limit }: Pick<MenuDish, 'diets' | 'limit'>): string[] {
  return [
    ...(diets.length > 0 ? [`能做${diets.map((one) => dietWord[one]).join('、')}`] : []),
    ...(limit === null ? [] : [`一餐最多 ${limit} 份`]),
  ]
}

/** 已经订了 3 份，会告诉订的人。 */
export const toldWord = (count: number): string =>
  count > 0 ? `已经订了 ${count} 份，会告诉订的人。` : '还没有人订。'

/** The same dish may lack something in several sets: each line once. */
export function missingLines(missing: KitchenWeek['missing'], menu: Menu): string[] {
  const dish = (id: string) => menu.dishes.find((one) => one.id === id)?.name ?? '一道菜'
  const set = (id: string) => menu.sets.find((one) => one.id === id)?.name ?? '一种套餐'
  const lines = missing.map((one) => {
    if (one.what === 'allergens') return `${one.dish}：里面有什么，还没有写。`
    if (one.what === 'dish') return `${one.set}：里面的${dish(one.dishId)}还没有写下来。`
    if (one.what === 'name') return `有两道菜都叫${one.dish}，里面有的不一样，请给其中一道改个名字。`
    if (one.what === 'set') return `${weekdayWords[one.weekday - 1]}：${set(one.setId)}还没有写下来。`
    return '七天里还没有一天有套餐。'
  })
  return [...new Set(lines)]
}

/** What a cook has to see to. */
export const photoFault = (unseen: UnseenPhoto | undefined): string[] =>
  unseen === 'refused' || unseen === 'gone' ? ['照片要换一张'] : []
