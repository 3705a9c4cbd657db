import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { openTab } from '@/platform/navigation'

/** For somebody who came here by an old link, or works there no more. */
export function NotOffice({ title }: { title: string }) {
  return (
    <PageFrame title={title} dense>
      <Empty icon="briefcase" title="这里是街道和区里用的" hint="您现在没有这个岗位。请区里的管理员看一看。">
        <Button icon="house" onTap={() => openTab('pages/home')}>
          回首页
        </Button>
      </Empty>
    </PageFrame>
  )
}
