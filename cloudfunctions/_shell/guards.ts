/**
 * A document as a transaction writes it. MongoDB takes a write that changes nothing for none, and two transactions that each write back
 * what both have read would not meet: so that they do, one that is as it was read counts how often it stood guard.
 * @param before as the transaction has read it; undefined where it has not
 */
export function asGuard(data: object, before: object | undefined): object {
  if (before === undefined || JSON.stringify(data) !== JSON.stringify(before)) return data
  return { ...data, guarded: Number(Reflect.get(data, 'guarded') ?? 0) + 1 }
}
