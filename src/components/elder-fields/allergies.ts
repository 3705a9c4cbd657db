import { longest, most } from '#types/limits'

export const commonAllergies = ['鸡蛋', '牛奶', '花生', '鱼', '虾和蟹', '大豆', '面粉']

/** What a text names, each once, whatever people put between two things. */
export const allergiesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[，,、；;\n]+/)
      .map((thing) => thing.trim())
      .filter(Boolean),
  ),
]

/** Why a kitchen could not read them all; null when it can. */
export function allergyTrouble(text: string): string | null {
  const things = allergiesIn(text)
  if (things.length > most.allergies) return `最多写 ${most.allergies} 样。请把最要紧的写上。`
  return things.some((thing) => thing.length > longest.allergy)
    ? `一样不超过 ${longest.allergy} 个字，请写短些。`
    : null
}
