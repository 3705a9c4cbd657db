import type { HeldRole } from '#types/people'
import { Notice } from '@/components/notice'
import { Tile } from '@/components/tile'
import { openAsking } from '@/services/news'
import { waitingRole, workOf } from '@/services/work'

/** For those who work here: straight to what they do every day (the rest is under 我的), or a word that it is still to come. */
export function Work({ roles }: { roles: readonly HeldRole[] }) {
  const waiting = waitingRole(roles)
  if (waiting) {
    return (
      <Notice kind="info">{`${waiting}用的页面还没有做好，做好了就在这里。附近的驿站现在就能看。`}</Notice>
    )
  }
  return (
    <>
      {workOf(roles)
        .filter(({ isDaily }) => isDaily)
        .map((work) => (
          <Tile
            key={`${work.page} ${work.params.stationId ?? work.params.kitchenId ?? ''}`}
            kind="work"
            icon={work.icon}
            title={work.title}
            hint={work.hint}
            onTap={() => openAsking(work.page, work.params)}
          />
        ))}
    </>
  )
}
