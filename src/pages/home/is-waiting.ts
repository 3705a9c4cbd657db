import type { Me } from '#types/people'

/** Whether somebody has asked to act for an elder who has not said yes: where the phone is says nothing of her. */
export const isWaiting = ({ asked }: Pick<Me, 'asked'>): boolean =>
  asked.some(({ state }) => state === 'asked')
