import { openTab } from '@/platform/navigation'
import type { Loaded } from '@/services/use-loaded'
import { Button } from '../button'
import { Empty } from '../empty'

interface Props {
  title?: string
  load: Extract<Loaded<unknown>, { state: 'failed' }>
}

/** Why something could not be loaded, with a way on: again, or home when asking again cannot help. */
export function Failed({ title = '没有打开', load }: Props) {
  if (load.isFinal) {
    return (
      <Empty icon="circle-alert" title={title} hint={load.sentence}>
        <Button icon="house" onTap={() => openTab('pages/home')}>
          回首页
        </Button>
      </Empty>
    )
  }
  return (
    <Empty icon="wifi-off" title={title} hint={load.sentence}>
      <Button icon="refresh-cw" onTap={() => void load.reload()}>
        再试一次
      </Button>
    </Empty>
  )
}
