let made = 0

/** Unlike any other key of this person: the time, a counter, and chance. */
export function newKey(): string {
  made += 1
  const chance = Math.random().toString(36).slice(2, 12)
  return `${Date.now().toString(36)}-${made}-${chance}`
}
