import { AppError } from '#types/errors'
import type { ElderFile } from '#types/people/elders'
import type { Grant } from '../../_domain/access/grants'
import { elderFile } from '../../_domain/people/elders/shown'
import type { ElderRecord } from '../../_domain/people/records'
import { asOne } from '../../_shell/registrations'
import { openedField } from './opened-field'

/** An elder's file as the reader may know it; nothing that she said herself is masked from her. */
export async function fileFor(elder: ElderRecord, grant: Grant, now: Date): Promise<ElderFile> {
  const { phone } = elder // another registration's is opened there
  const file = elderFile({ ...(await asOne(elder)), phone }, grant, now)
  return grant.role === 'elder' ? { ...file, ...ownNumbers(elder) } : file
}

/** What is masked for everybody else; where it cannot be opened any more, what is left of it. */
function ownNumbers(elder: ElderRecord): Partial<ElderFile> {
  try {
    const [phone] = openedField(elder, 'phone')
    const numbers = openedField(elder, 'contacts')
    return {
      phone: phone?.value ?? null,
      contacts: elder.contacts.map(({ name, relation, masked }, nth) => ({
        ...{ name, relation },
        phone: numbers[nth]?.value ?? masked,
      })),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'KEY_LOST') return {}
    throw error
  }
}
