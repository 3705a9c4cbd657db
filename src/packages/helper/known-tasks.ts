import type { QueuedVisit, VisitQueue } from '#types/visits'

let known: readonly QueuedVisit[] = []

/** Keeps one's tasks while the app is open: at a door there may be no signal to ask for them again. */
export function rememberTasks({ mine, written }: VisitQueue): void {
  known = [...mine, ...written]
}

/** A task as it was seen last. */
export const knownTask = (visitId: string): QueuedVisit | undefined => known.find(({ id }) => id === visitId)
