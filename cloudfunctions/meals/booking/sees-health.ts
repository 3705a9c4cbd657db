import { relationTo } from '../../_domain/access/holdings'
import type { Ctx } from '../../_shell/context'

/** Whether the caller is the elder, or somebody whom she lets know facts of her health. Nobody sees them by their role. */
export const seesHealth = ({ account }: Pick<Ctx, 'account'>, elderId: string): boolean =>
  account !== null && relationTo(account, elderId, 'health') !== null
