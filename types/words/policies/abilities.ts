import type { AbilityLevel } from '#types/policies/conditions'

/** As GB/T 42195-2022 names them, in the order of its grades 0 to 4. */
export const abilityWord: Record<AbilityLevel, string> = {
  able: '能力完好',
  mild: '轻度失能',
  moderate: '中度失能',
  severe: '重度失能',
  total: '完全失能',
}

/** An assessed grade of ability, 0 to 4. */
export const gradeWord = (grade: number): string => Object.values(abilityWord)[grade] ?? `${grade} 级`
