import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { openTab } from '@/platform/navigation'

/** For somebody who came here by an old link, or works at the station no more. */
export function NotStaff({ title }: { title: string }) {
  return (
    <PageFrame title={title} dense>
      <Empty
        icon="store"
        title="这里是驿站工作人员用的"
        hint="您现在不是这家驿站的工作人员。请站长把您加进来。"
      >
        <Button icon="house" onTap={() => openTab('pages/home')}>
          回首页
        </Button>
      </Empty>
    </PageFrame>
  )
}
