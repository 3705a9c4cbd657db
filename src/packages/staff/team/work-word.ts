import type { Membership } from '#types/people/staff'
import { roleWord } from '#types/words/roles'
import { helperWord } from '#types/words/visits/helper-kinds'

/** What somebody does here: 站长; 志愿者，网格员. */
export function workWord({ role, helperKind }: Pick<Membership, 'role' | 'helperKind'>): string {
  return helperKind && role === 'volunteer' ? `${roleWord[role]}，${helperWord[helperKind]}` : roleWord[role]
}
