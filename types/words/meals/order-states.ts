import type { MealOrderState } from '#types/states'

/** Those that a message tells are at most five characters long (`_shell/messages.ts`). */
export const orderStateWord: Record<MealOrderState, string> = {
  waiting: '排队等座位',
  offered: '有座位了，等回话',
  lapsed: '没有等到',
  placed: '等驿站确认',
  confirmed: '已确认',
  refused: '驿站没有接',
  cancelled: '已取消',
  served: '吃过了',
  missed: '没有来',
}
