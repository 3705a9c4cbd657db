import type { Relation } from '#types/people/relations'

export const relationWord: Record<Relation, string> = {
  self: '本人',
  daughter: '女儿',
  son: '儿子',
  spouse: '老伴',
  grandchild: '孙辈',
  relative: '亲戚',
  neighbour: '邻居',
  guardian: '监护人',
}
