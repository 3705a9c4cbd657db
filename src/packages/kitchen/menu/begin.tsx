import { useState } from 'react'
import { addDays } from '#types/days'
import type { KitchenWeek } from '#types/meals/menu-actions'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import type { Step } from './step'
import type { MenuAt } from './week'

interface Props {
  at: MenuAt
  onChanged(week: KitchenWeek): void
}

/** A week that nobody has begun. */
export function Begin({ at, onChanged, go }: Props & { go(step: Step): void }) {
  const copy = useCopy(at, 0, onChanged)
  return (
    <>
      <Empty
        icon="utensils"
        title={`这一周的${slotWord[at.slot]}还没有菜单`}
        hint="可以照抄上一周的，再改几样。"
      />
      {copy.trouble && <Notice>{copy.trouble}</Notice>}
      <Button kind="second" pending={copy.isPending} onTap={() => void copy.send()}>
        照抄上一周
      </Button>
      <Button kind="second" onTap={() => go({ at: 'dish', id: null })}>
        从第一道菜写起
      </Button>
    </>
  )
}

/** In place of what was begun: never without being asked. */
export function CopyAgain({ at, rev, onChanged }: Props & { rev: number }) {
  const [isAsking, setAsking] = useState(false)
  const copy = useCopy(at, rev, (week) => {
    setAsking(false)
    onChanged(week)
  })
  return (
    <>
      <Button kind="second" onTap={() => setAsking(true)}>
        照抄上一周
      </Button>
      {isAsking && (
        <Sheet
          title="照抄上一周吗？"
          onClose={() => setAsking(false)}
          trouble={copy.trouble}
          action={
            <Button pending={copy.isPending} onTap={() => void copy.send()}>
              换成上一周的
            </Button>
          }
        >
          <Soft>这一周已经写的菜、套餐和日子都会换成上一周的。</Soft>
        </Sheet>
      )}
    </>
  )
}

/** The week before, written out again for this one. */
function useCopy(at: MenuAt, rev: number, onChanged: Props['onChanged']) {
  const copy = useAct('meals.copyMenu')
  const send = async () => {
    const copied = await copy.run({ ...at, from: addDays(at.week, -7), rev })
    if (copied) onChanged(copied)
  }
  const trouble = copy.code === 'NOT_FOUND' ? '上一周也没有菜单，没有什么可以抄。' : copy.trouble
  return { isPending: copy.isPending, trouble, send }
}
