import type { ActFor } from '#types/people'
import type { Urgency } from '#types/visits'
import type { IconName } from '@/components/icon/names'
import { callWord } from '@/services/words'

/** One kind of worry: how it is shown, and what people mostly say. */
interface Kind {
  urgency: Urgency
  sign: 'alarm' | 'warn' | 'visit'
  icon: IconName
  hint: string
  answers: readonly string[]
}

/** 急事, 难事, 烦心事, said to the elder herself or to somebody who worries about her. */
export function kindsOf(elder: ActFor): Kind[] {
  const isSelf = elder.relation === 'self'
  const who = callWord(elder)
  return [
    {
      urgency: 'urgent',
      sign: 'alarm',
      icon: 'siren',
      hint: isSelf ? '身体不舒服，家里出了事' : '电话不通，放心不下',
      answers: isSelf
        ? ['身体不舒服', '摔了一下', '家里停水停电']
        : ['电话没人接', `${who}说不舒服`, '一个人在家，放心不下'],
    },
    {
      urgency: 'hard',
      sign: 'warn',
      icon: 'wrench',
      hint: '买药、修灯、办事',
      answers: ['买药', '修灯', '搬东西', '办手续', '陪着去医院'],
    },
    {
      urgency: 'worry',
      sign: 'visit',
      icon: 'message-circle-heart',
      hint: isSelf ? '想有人陪着说说话' : `想有人陪${who}说说话`,
      answers: ['想有人说说话', '心里闷', '好几天没出门'],
    },
  ]
}
