import type { HeldRole } from '#types/people'
import { Tile } from '@/components/tile'
import { open } from '@/services/platform'
import { workOf } from '@/services/work'

/** For those who work here: straight to it. */
export function Work({ roles }: { roles: readonly HeldRole[] }) {
  return (
    <>
      {workOf(roles).map((work) => (
        <Tile
          key={`${work.page} ${work.params.stationId ?? ''}`}
          kind="work"
          icon={work.icon}
          title={work.title}
          hint={work.hint}
          onTap={() => open(work.page, work.params)}
        />
      ))}
    </>
  )
}
