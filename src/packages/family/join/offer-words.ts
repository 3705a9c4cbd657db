import type { Offer } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { roleWord } from '#types/words/roles'
import { scopeInWords } from '@/services/words'

/** What an invitation offers, in plain words. */
interface OfferWords {
  title: string
  rows: { name: string; value: string }[]
  /** What follows from accepting. */
  follows: string
  accept: string
}

export function offerWords({ kind, from, relation, role, scopes }: Offer): OfferWords {
  if (kind === 'self') {
    return {
      title: `${from}，这是您自己的登记`,
      rows: [],
      follows: '接到这部手机上，您就能自己订餐、请人上门，也看得到谁为您办了什么。不是您本人，请不要接。',
      accept: '是我，接到这部手机上',
    }
  }
  if (kind === 'family') {
    return {
      title: `${from}请您帮忙办事`,
      rows: [
        ...(relation ? [{ name: '您是', value: `${from}的${relationWord[relation]}` }] : []),
        ...scopes.map((scope, nth) => ({
          name: nth === 0 ? '您能' : '也能',
          value: scopeInWords(scope, from),
        })),
      ],
      follows: `办过的每一件，${from}都看得到，也随时可以不再让您办。`,
      accept: '好，我来帮忙',
    }
  }
  return {
    title: `${from}请您来做事`,
    rows: role ? [{ name: '请您做', value: roleWord[role] }] : [],
    follows: '接受以后还要审核和培训，都好了才开始。',
    accept: '接受邀请',
  }
}
