import type { SeenWay } from '#types/people/seen'

export const seenWayWord: Record<SeenWay, string> = {
  card: '在驿站出示了服务卡',
  served: '在驿站吃过饭',
  visited: '上门见过面',
  registered: '驿站登记的',
  booked: '驿站订过餐',
  papers: '驿站核对过',
}
