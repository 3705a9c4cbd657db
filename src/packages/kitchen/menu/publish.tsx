import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'
import type { MenuAt } from './week'

interface Props {
  at: MenuAt
  week: KitchenWeek
  menu: Menu
  onChanged(week: KitchenWeek): void
  onOutdated(): void
}

/** From then on it can be booked; while something is missing, how much. */
export function Publish({ at, week, menu, onChanged, onOutdated }: Props) {
  const publish = useAct('meals.publishMenu')
  if (week.missingCount > 0)
    return <Button disabled onTap={() => undefined}>{`还缺 ${week.missingCount} 样，先补上`}</Button>
  const send = async () => {
    const published = await publish.run({ ...at, rev: menu.rev })
    if (!published) return onOutdated()
    buzz()
    onChanged(published)
  }
  return (
    <>
      {publish.trouble && <Notice>{publish.trouble}</Notice>}
      <Button pending={publish.isPending} onTap={() => void send()}>
        发这一周的菜单
      </Button>
    </>
  )
}
