import type { LikenessState } from '#types/states'

export const likenessStateWord: Record<LikenessState, string> = {
  found: '还没有核对',
  different: '不是同一位',
  joined: '已经合成一份',
}
