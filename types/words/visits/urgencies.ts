import type { Urgency } from '#types/visits'

export const urgencyWord: Record<Urgency, string> = { urgent: '急事', hard: '难事', worry: '烦心事' }
