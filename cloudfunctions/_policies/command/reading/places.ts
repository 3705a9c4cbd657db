import { chainsOf } from '../../../_domain/policies/checks/chain'
import type { AnyPolicy } from '../kinds'

/** Files that look like one place's and are not checked against each other, because of their `district` or `id`. */
export function perhapsOnePlace(policies: readonly AnyPolicy[]): string[] {
  const firsts = chainsOf(policies).flatMap(([first]) => first ?? [])
  return firsts.flatMap((one, place) =>
    firsts
      .slice(place + 1)
      .filter((other) => isAlike(one, other))
      .map(
        (other) =>
          `“${one.id}”（${placeOf(one)}）和“${other.id}”（${placeOf(other)}）看上去是同一个地方的，可是按两个地方算，日期有没有重叠、断档没有互相核对。如果是同一个地方，请让 district 一样，或者都不写 district 而让 id 只差末尾的年月。`,
      ),
  )
}

const placeOf = ({ district }: AnyPolicy): string => (district ? `district ${district}` : '没有写 district')

function isAlike(one: AnyPolicy, other: AnyPolicy): boolean {
  if (one.kind !== other.kind || (one.district && other.district)) return false
  const [a, b] = [stemOf(one.id), stemOf(other.id)]
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`) || nameOf(one) === nameOf(other)
}

const stemOf = (id: string): string => id.replace(/(-\d{2,4})+$/, '').toLowerCase()
const nameOf = ({ name }: AnyPolicy): string => name.replace(/（.*?）|\(.*?\)|\d+ ?年?/g, '').trim()
