import type { Membership } from '#types/people/staff'
import { helperWord, roleWord } from '@/services/words'

/** What somebody does here: 站长; 志愿者，网格员. */
export function workWord({ role, helperKind }: Pick<Membership, 'role' | 'helperKind'>): string {
  return helperKind && role === 'volunteer' ? `${roleWord[role]}，${helperWord[helperKind]}` : roleWord[role]
}
