import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { money } from '@/services/words'
import type { StepProps } from './step'
import { dishesOf } from './week'
import { allergensWord, dishFacts, photoFault } from './words'

/** All dishes of the week; those of which something has to be said come first. */
export function Dishes({ menu, unseen, go }: StepProps) {
  const unsaid = menu.dishes.filter(({ allergens }) => allergens === null)
  const said = menu.dishes.filter(({ allergens }) => allergens !== null)
  return (
    <PageFrame
      title="菜单"
      dense
      action={<Button onTap={() => go({ at: 'dish', id: null })}>加一道菜</Button>}
      second={<BackToWeek go={go} />}
    >
      <Title>这一周的菜</Title>
      {unsaid.length > 0 && <Soft>{`有 ${unsaid.length} 道还没有写里面有什么，排在前面。`}</Soft>}
      {menu.dishes.length === 0 && <Soft>还没有菜。先加一道，再把菜配成套餐。</Soft>}
      <LongList items={[...unsaid, ...said]}>
        {(dish) => (
          <Card key={dish.id}>
            <ListRow
              title={dish.name}
              hint={[allergensWord(dish), ...dishFacts(dish), ...photoFault(unseen.dishes[dish.id])].join(
                '，',
              )}
              onTap={() => go({ at: 'dish', id: dish.id })}
            />
          </Card>
        )}
      </LongList>
    </PageFrame>
  )
}

/** All sets of the week, whether or not a day offers them. */
export function Sets({ menu, unseen, go }: StepProps) {
  return (
    <PageFrame
      title="菜单"
      dense
      action={<Button onTap={() => go({ at: 'set', id: null })}>加一种套餐</Button>}
      second={<BackToWeek go={go} />}
    >
      <Title>这一周的套餐</Title>
      {menu.sets.length === 0 && <Soft>还没有套餐。先加一种，再选哪一天有它。</Soft>}
      <LongList items={menu.sets}>
        {(set) => (
          <Card key={set.id}>
            <ListRow
              title={`${set.name} ${money(set.price)}`}
              hint={[
                dishesOf(menu, set)
                  .map(({ name }) => name)
                  .join('、'),
                ...photoFault(unseen.sets[set.id]),
              ].join('，')}
              onTap={() => go({ at: 'set', id: set.id })}
            />
          </Card>
        )}
      </LongList>
    </PageFrame>
  )
}

export const BackToWeek = ({ go }: Pick<StepProps, 'go'>) => (
  <Button kind="second" onTap={() => go({ at: 'week' })}>
    回去看这一周
  </Button>
)
