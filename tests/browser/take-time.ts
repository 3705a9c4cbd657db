/**
 * Runs in every page: by the phone's clock, two taps are never closer together than people who look where they tap. A script taps
 * faster than anybody, and the phone takes that for a slip of the finger (`src/services/taps.ts`).
 */
export function takeTime(): void {
  let taken = 0
  let slow: typeof Date.now | null = null
  const slowDown = () => {
    taken += 1500
    if (Date.now === slow) return
    const { now } = Date
    slow = () => now.call(Date) + taken
    Date.now = slow
  }
  addEventListener('click', slowDown, true)
}
