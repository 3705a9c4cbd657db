/** Whether each step is one that the table allows from the one before, and the first begins. */
export function follows<State extends string>(
  history: readonly { state: State }[],
  begins: readonly State[],
  moves: Record<string, { from: readonly State[]; to: State }>,
): boolean {
  return history.every(({ state }, nth) => {
    const before = history[nth - 1]?.state
    if (before === undefined) return begins.includes(state)
    return Object.values(moves).some(({ from, to }) => to === state && from.includes(before))
  })
}

/** Whether no step is older than the one before. */
export const isInOrder = (history: readonly { at: string }[]) =>
  history.every(({ at }, nth) => at >= (history[nth - 1]?.at ?? ''))
