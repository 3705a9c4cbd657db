import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'

/** Which papers are photographed: those that are missing where it was sent back, else all that the district wants to see. */
export function papersOf({ bring }: Pick<Applicable, 'bring'>, returned: Application | null): string[] {
  const wanted = returned && returned.missing.length > 0 ? returned.missing : bring
  const papers = [...new Set(wanted)]
  return papers.length > 0 ? papers : ['能证明的材料']
}
