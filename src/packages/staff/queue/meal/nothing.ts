import type { Group } from '../group-of'

/** What a list says that has nothing in it. */
export const nothing = {
  waiting: { icon: 'circle-check-big', title: '没有等确认的', hint: '有新的订单，这里会自己出现。' },
  confirmed: { icon: 'utensils', title: '没有在等吃饭的', hint: '确认过的在这里，吃过一位点一位。' },
  served: { icon: 'circle-check-big', title: '还没有人吃过', hint: '在“已确认”里点一下，就到这里。' },
  other: { icon: 'clipboard-list', title: '没有别的', hint: '没来的、取消的、没有接的会放在这里。' },
} as const satisfies Record<Group, object>
