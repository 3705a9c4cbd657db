import { addDays } from '#types/days'
import type { KitchenWeek } from '#types/meals/menu-actions'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { useAct } from '@/services/use-act'
import type { MenuAt } from './week'

/** A week that nobody has begun. */
export function Begin({ at, onChanged }: { at: MenuAt; onChanged(week: KitchenWeek): void }) {
  const copy = useAct('meals.copyMenu')
  const send = async () => {
    const copied = await copy.run({ ...at, from: addDays(at.week, -7), rev: 0 })
    if (copied) onChanged(copied)
  }
  return (
    <>
      <Empty
        icon="utensils"
        title={`这一周的${slotWord[at.slot]}还没有菜单`}
        hint="可以照抄上一周的，再改几样。"
      />
      {copy.trouble && (
        <Notice>{copy.code === 'NOT_FOUND' ? '上一周也没有菜单，没有什么可以抄。' : copy.trouble}</Notice>
      )}
      <Button kind="second" pending={copy.isPending} onTap={() => void send()}>
        照抄上一周
      </Button>
    </>
  )
}
