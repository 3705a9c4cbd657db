import { useState } from 'react'
import type { Me } from '#types/people'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useLoaded } from '@/services/use-loaded'
import { type Group, loadReviews } from './load-reviews'
import { ReviewCard } from './review-card'

export function ReviewList({ title, me }: { title: string; me: Me }) {
  const today = dateOf(cloudNow())
  const [group, setGroup] = useState<Group>('waiting')
  const reviews = useLoaded(`reviews ${group} ${today}`, () => loadReviews(group, today))
  return (
    <PageFrame title={title} dense>
      <Segmented<Group>
        label="看哪些"
        options={[
          { value: 'waiting', word: '待看' },
          { value: 'inReview', word: '在看' },
          { value: 'done', word: '办完' },
        ]}
        value={group}
        onPick={setGroup}
      />
      <LoadedPart load={reviews}>
        {(rows) => (
          <>
            {rows.length === 0 && <Empty {...nothing[group]} />}
            {rows.length > 0 && <Soft small>{order[group](rows.length)}</Soft>}
            <LongList key={group} items={rows}>
              {(row) => <ReviewCard key={row.id} row={row} today={today} me={me} />}
            </LongList>
          </>
        )}
      </LoadedPart>
    </PageFrame>
  )
}

const order: Record<Group, (count: number) => string> = {
  waiting: (count) => `${count} 份，先到期的在前面`,
  inReview: (count) => `${count} 份，先到期的在前面`,
  done: (count) => `最近办完的 ${count} 份，新的在前面`,
}

const nothing = {
  waiting: { icon: 'circle-check-big', title: '没有等着看的', hint: '有新的申请，这里会自己出现。' },
  inReview: { icon: 'clipboard-list', title: '没有正在看的', hint: '在“待看”里点开一份，就可以开始看。' },
  done: { icon: 'clipboard-list', title: '最近没有办完的', hint: '同意的、退回的、没同意的会放在这里。' },
} as const satisfies Record<Group, object>
