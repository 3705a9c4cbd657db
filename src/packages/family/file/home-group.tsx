import { livingWord } from '#types/words/people/elders/livings'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Group, type GroupProps } from './group'
import { isMasked } from './is-masked'

/** 住哪里, and how to reach her there. */
export function HomeGroup({ file, onReveal, onChange }: GroupProps) {
  const { phone, building, hasRoom, room, isPlaceUnknown, living, stationName, may } = file
  return (
    <Group title="住哪里，怎么联系">
      <Facts
        rows={[
          { name: '电话', value: phone ?? '没有填' },
          { name: '住址', value: building },
          { name: '门牌号', value: room ?? (hasRoom ? '填了，这里不显示' : '没有填') },
          ...(isPlaceUnknown ? [{ name: '地图上', value: '还没有标出来，先用驿站的位置' }] : []),
          { name: '和谁住', value: livingWord[living] },
          { name: '归哪家驿站', value: stationName },
        ]}
      />
      {may.reveal && phone && isMasked(phone) && (
        <ListRow title="看全部电话" icon="search" onTap={() => onReveal('phone')} />
      )}
      {may.reveal && hasRoom && room === null && (
        <ListRow title="看全部住址" icon="search" onTap={() => onReveal('address')} />
      )}
      {may.correct && (
        <>
          <ListRow title="改电话" icon="pencil" onTap={() => onChange('phone')} />
          <ListRow title="改住址" icon="pencil" onTap={() => onChange('home')} />
          <ListRow title="改和谁住" icon="pencil" onTap={() => onChange('living')} />
        </>
      )}
    </Group>
  )
}
