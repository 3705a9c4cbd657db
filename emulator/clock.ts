import type { Clock } from './parts'

/**
 * Makes the emulator's clock.
 * @param real milliseconds of the real time; a test passes a constant to stop the clock
 */
export function createClock(real: () => number = Date.now): Clock {
  const listeners: ((offset: number) => void)[] = []
  let offset = 0
  const shift = (by: number) => {
    offset = by
    for (const listener of listeners) listener(offset)
  }

  return {
    now: () => new Date(real() + offset),
    offset: () => offset,
    set: (to) => shift(to.getTime() - real()),
    shift,
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
