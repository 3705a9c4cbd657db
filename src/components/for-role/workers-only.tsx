import { openTab } from '@/platform/navigation'
import { Button } from '../button'
import { Empty } from '../empty'
import type { IconName } from '../icon/names'
import { PageFrame } from '../page-frame'

/** Whose page it is, and how one comes to be one of them. */
export interface Whose {
  icon: IconName
  title: string
  hint: string
}

/** For somebody who came to a page of those who work by an old link, or works there no more. */
export function WorkersOnly({ title, whose }: { title: string; whose: Whose }) {
  return (
    <PageFrame title={title} dense>
      <Empty {...whose}>
        <Button icon="house" onTap={() => openTab('pages/home')}>
          回首页
        </Button>
      </Empty>
    </PageFrame>
  )
}
