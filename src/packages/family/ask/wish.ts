import type { Scope } from '#types/contract'
import type { ReplyFrom, RequestTo } from '@/services/cloud'
import { idNumberGap } from '@/services/id-troubles'
import type { Kin } from '@/services/words'
import { isWhole } from '../code-field'

/** What somebody asks of an elder. Her id number is not among it: it must not stay on this phone. */
export interface Wish {
  at: number
  by: 'code' | 'idNumber'
  code: string
  elderName: string
  relation: Kin | null
  ownName: string
  scopes: Scope[]
  words: string
}

export const blank: Wish = {
  at: 0,
  by: 'code',
  code: '',
  elderName: '',
  relation: null,
  ownName: '',
  scopes: ['view', 'order'],
  words: '',
}

export const steps = ['find', 'who', 'what'] as const
type StepName = (typeof steps)[number]

/** What every step gets. */
export interface StepProps {
  wish: Wish
  write(change: Partial<Wish>): void
}

interface Filled {
  wish: Wish
  idNumber: string
  isNameless: boolean
}

/** What a step still needs, as its button says it; null when it is complete. */
export function missing(step: StepName, { wish, idNumber, isNameless }: Filled): string | null {
  switch (step) {
    case 'find':
      if (wish.by === 'code') return isWhole(wish.code) ? null : '先填八个数字'
      return idNumberGap(idNumber) ?? (wish.elderName.trim() === '' ? '先写老人的名字' : null)
    case 'who':
      if (!wish.relation) return '先选您是老人的什么人'
      return isNameless && wish.ownName.trim() === '' ? '先写您自己的名字' : null
    case 'what':
      return wish.scopes.length === 0 ? '先选想帮什么' : null
  }
}

type Ask = RequestTo<'people.ask'>
export type Asked = ReplyFrom<'people.ask'>

/** As the cloud is asked; null while something is missing. */
export function askOf({ wish, idNumber, isNameless }: Filled): Omit<Ask, 'key'> | null {
  if (!wish.relation) return null
  const words = wish.words.trim()
  return {
    by:
      wish.by === 'code'
        ? { code: wish.code }
        : { idNumber: idNumber.trim(), elderName: wish.elderName.trim() },
    relation: wish.relation,
    scopes: wish.scopes,
    ...(words && { words }),
    ...(isNameless && { name: wish.ownName.trim() }),
  }
}
