import type { EntryKind } from '#types/supervision'

export const entryKindWord: Record<EntryKind, string> = { served: '用餐', added: '补记', reversed: '冲销' }
