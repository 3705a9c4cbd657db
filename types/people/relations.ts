import * as z from '../z'

/** How somebody is related to an elder, as the elder's phone words it. `self` is the elder. */
export const relations = [
  'self',
  'daughter',
  'son',
  'spouse',
  'grandchild',
  'relative',
  'neighbour',
  'guardian',
] as const
export const Relation = z.enum(relations)

/** What somebody else can be to an elder. */
export const KinRelation = z.enum([
  'daughter',
  'son',
  'spouse',
  'grandchild',
  'relative',
  'neighbour',
  'guardian',
])

export type Relation = z.infer<typeof Relation>
