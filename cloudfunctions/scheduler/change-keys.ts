import type { Tx } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { withFirstKeys } from '../_shell/sealed-parts'
import { isChangingKeys } from '../_shell/secrets'
import { retried } from '../_shell/transact'

/**
 * While two keys are valid, writes everything anew that the old one sealed or digested, so that it can be taken away; once
 * nothing is left to do, the count is zero. Each elder is a transaction of her own, and may be done again.
 * @returns null with one key or none: whoever forgot to give the new one here must not read that nothing is left to do
 */
export async function changeKeys(): Promise<number | null> {
  if (!isChangingKeys()) return null
  let changed = 0
  await everyPage('elders', {}, async (elders) => {
    for (const elder of elders)
      if (withFirstKeys(elder) !== elder && (await changeKeysOf(elder.id))) changed++
  })
  return changed
}

function changeKeysOf(id: string): Promise<boolean> {
  return retried(async (tx) => {
    const before = await tx.find('elders', id)
    const elder = before && withFirstKeys(before)
    if (!elder || elder === before) return false
    const [digest, old] = [elder.idNumber?.digest, before.idNumber?.digest]
    await tx.put('elders', elder)
    if (digest && old && digest !== old) await moveIdentity(tx, old, digest)
    return true
  })
}

/** Where several elders claim one number, the first whose turn it is takes along what is kept of it. */
async function moveIdentity(tx: Tx, old: string, digest: string): Promise<void> {
  const identity = await tx.find('identities', old)
  if (!identity) return
  await tx.put('identities', { ...identity, id: digest })
  await tx.remove('identities', old)
}
