import type { Ending } from '#types/endings'

export const endingWord: Record<Ending, string> = {
  died: '老人已经过世',
  erased: '老人注销了登记',
  mistaken: '驿站记错了',
}
