import type { Home } from '#types/people'

/** Whether somebody who acts for nobody yet has asked to, and the elder has not said yes: where the phone is says nothing of her. */
export const isWaiting = ({ me, elder }: Pick<Home, 'me' | 'elder'>): boolean =>
  elder === null && me.asked.some(({ state }) => state === 'asked')
