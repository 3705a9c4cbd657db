import { forget, keep, kept } from '@/platform/storage'

/** An elder whom the holder of this phone has registered, by the name they typed: the cloud masks it until she lets them in. */
export interface RegisteredKin {
  elderId: string
  name: string
  stationId: string
  stationName: string
}

const key = 'registered kin'

/** Nobody registers more of their own. */
const most = 10

export function rememberRegistered(kin: RegisteredKin): void {
  const others = registeredKin().filter(({ elderId }) => elderId !== kin.elderId)
  keep(key, JSON.stringify([kin, ...others].slice(0, most)))
}

/** Whom this phone has registered, the latest first. */
export function registeredKin(): RegisteredKin[] {
  return JSON.parse(kept(key) ?? '[]') as RegisteredKin[] // written above and nowhere else
}

export const forgetRegistered = (): void => forget(key)
