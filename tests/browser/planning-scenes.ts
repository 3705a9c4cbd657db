import type { Scene } from './scene'

/** Pages of those who plan what is cooked and served. */
export const planningScenes: Scene[] = [
  {
    page: 'packages/kitchen/menu',
    title: 'of a station without a kitchen of its own',
    as: 'o-lin-fang',
    shows: '这份菜单不归您写',
  },
]
