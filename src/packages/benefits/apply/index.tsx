import { useRouter } from '@tarojs/taro'
import type { Category } from '#types/people/categories'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { ApplyFor } from './apply-for'
import { ForWhom } from './for-whom'
import './index.scss'

const title = '申请认定'

/** Applying for a category. `stationId`: by a clerk of that station, for the elder at the counter. */
export default function Apply() {
  const { elderId, category, label, stationId } = useRouter<{
    elderId?: string
    category?: string
    label?: string
    stationId?: string
  }>().params
  if (!category) {
    return (
      <PageFrame title={title} dense={stationId !== undefined}>
        <Empty icon="clipboard-list" title="先看看能申请什么" hint="看好要申请哪一类，再从那里点进来。">
          <Button onTap={() => open('packages/benefits/mine', { elderId, stationId })}>去看看</Button>
        </Empty>
      </PageFrame>
    )
  }
  return (
    <ForWhom title={title} elderId={elderId} stationId={stationId}>
      {(whom) => <ApplyFor whom={whom} category={category as Category} label={label} />}
    </ForWhom>
  )
}
