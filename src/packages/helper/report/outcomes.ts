import type { Outcome } from '#types/visits'
import { outcomeWord } from '#types/words/visits/outcomes'
import type { IconName } from '@/components/icon/names'

/** What may come of a knock, in a helper's words, and what mostly is to say about it. */
export const outcomeChoices: readonly {
  outcome: Outcome
  title: string
  icon: IconName
  sign: 'visit' | 'meal' | 'warn' | 'alarm'
  answers: readonly string[]
}[] = [
  {
    outcome: 'well',
    title: '见到人，一切都好',
    icon: 'heart',
    sign: 'visit',
    answers: ['精神很好', '刚吃过饭', '手机没电了', '出门买菜刚回来'],
  },
  {
    outcome: 'needsFound',
    title: '见到人，有事要帮',
    icon: 'hand-heart',
    sign: 'warn',
    answers: ['要买药', '东西坏了要修', '身体不舒服', '想有人陪', '助听器没电了'],
  },
  {
    outcome: 'noAnswer',
    title: outcomeWord.noAnswer,
    icon: 'bell',
    sign: 'meal',
    answers: ['敲了三遍', '电话也没人接', '邻居说出门了', '邻居也不知道', '屋里有声音'],
  },
  {
    outcome: 'refused',
    title: outcomeWord.refused,
    icon: 'ban',
    sign: 'meal',
    answers: ['隔着门说没事', '说不用来', '说改天再来'],
  },
  {
    outcome: 'emergency',
    title: outcomeWord.emergency,
    icon: 'siren',
    sign: 'alarm',
    answers: ['摔倒了', '叫不醒', '有人陪着', '已经告诉家人'],
  },
]
