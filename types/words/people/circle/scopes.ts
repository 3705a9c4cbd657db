import type { Scope } from '#types/contract'

/** What an elder lets a relative do, behind 能. */
export const scopeWord: Record<Scope, string> = {
  view: '看看订了什么、谁来过',
  order: '替老人订餐、请人上门',
  health: '知道忌口、过敏和身体情况',
  log: '看谁办过什么',
}
