import { useRouter } from '@tarojs/taro'
import type { Me } from '#types/people'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ForRole } from '@/components/for-role'
import { type Whose, WorkersOnly } from '@/components/for-role/workers-only'
import { ListRow } from '@/components/list-row'
import { PageFrame } from '@/components/page-frame'
import { Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { KitchenMenu } from './kitchen-menu'

const title = '菜单'

const cooksOnly: Whose = {
  icon: 'soup',
  title: '这里是厨房用的',
  hint: '您现在不在厨房工作。请厨房或者驿站的站长把您加进来。',
}

/** What a kitchen cooks, week by week: for those who cook, and for the manager whose station has a kitchen of its own. */
export default function KitchenMenus() {
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => (mayCook(me) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={cooksOnly} />}
      dense
    >
      {() => <Kitchens />}
    </ForRole>
  )
}

const mayCook = ({ roles }: Me) => roles.some(({ role }) => role === 'kitchen' || role === 'manager')

interface Params {
  kitchenId?: string
  /** The kitchen of this station's own. */
  stationId?: string
  week?: string
  slot?: string
}

/** The kitchen of the address, or the only one there is, or one to choose. */
function Kitchens() {
  const { kitchenId, stationId, week, slot } = useRouter<Params & Record<string, string | undefined>>().params
  const kitchens = useCloud('meals.kitchens', {})
  if (kitchens.state !== 'ready') return <PageFrame title={title} load={kitchens} dense />
  const meant = kitchens.data.filter((one) =>
    kitchenId ? one.id === kitchenId : !stationId || one.stationId === stationId,
  )
  const [first, ...others] = meant
  if (!first) return <NoKitchen />
  if (others.length === 0) return <KitchenMenu key={first.id} kitchen={first} asked={{ week, slot }} />
  return (
    <PageFrame title={title} dense>
      <Title>看哪个厨房的菜单？</Title>
      <Card>
        {meant.map(({ id, name }) => (
          <ListRow key={id} title={name} onTap={() => open('packages/kitchen/menu', { kitchenId: id })} />
        ))}
      </Card>
    </PageFrame>
  )
}

/** A manager whose station is fed by somebody else's kitchen. */
function NoKitchen() {
  return (
    <PageFrame title={title} dense>
      <Empty
        icon="soup"
        title="这份菜单不归您写"
        hint="驿站没有自己的厨房，菜单由供餐的厨房写。缺了菜单，请打电话问供餐的厨房。"
      />
    </PageFrame>
  )
}
