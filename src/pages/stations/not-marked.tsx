import type { ActFor } from '#types/people'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { callWord } from '@/services/words'

/** Why no way from her home is told, and where it is marked by whoever may. */
export function NotMarked({ elder }: { elder: ActFor }) {
  const home = `${callWord(elder)}家`
  const atHome = elder.relation === 'self' ? '您在家' : `您在${home}`
  return (
    <>
      <Soft>{`还没有标出${home}在地图上的位置，下面从登记的驿站找起。`}</Soft>
      {elder.scopes.includes('order') && (
        <Card>
          <ListRow
            title="去标出来"
            hint={`${atHome}的时候，到“改住址”里标`}
            icon="map-pin"
            onTap={() => open('packages/family/file', { elderId: elder.id })}
          />
        </Card>
      )}
    </>
  )
}
