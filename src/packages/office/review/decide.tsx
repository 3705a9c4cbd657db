import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { About, type ReviewProps } from './about'
import { ApproveForm } from './approve-form'
import { Papers } from './papers'
import { RefuseForm } from './refuse-form'
import { ReturnForm } from './return-form'
import { Sure } from './sure'
import { blankWish, gapOf, type Wish } from './wish'

const draftHours = 48

/** The caller looks at it: the photos, and the answer. */
export function Decide({ title, application, onChange, onOutdated }: ReviewProps) {
  const draft = useDraft<Wish>(
    `review ${application.id} ${application.submittedAt}`,
    blankWish(dateOf(cloudNow())),
    draftHours,
  )
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [isSeen, setSeen] = useState(false)
  const wish = draft.value
  const gap = isTried ? gapOf(wish) : null
  const next = () => {
    setTried(true)
    setAsking(gapOf(wish) === null)
  }
  const form = { application, wish, gap, onWrite: draft.write }
  return (
    <PageFrame
      title={title}
      dense
      action={
        <>
          {gap?.at === 'verdict' && <Notice>{gap.words}</Notice>}
          <Button onTap={next}>{wish.verdict === null ? '给答复' : words[wish.verdict]}</Button>
        </>
      }
    >
      <About application={application} />
      <Papers application={application} onOpened={() => setSeen(true)} />
      <Heading>怎么答复？</Heading>
      <Segmented<NonNullable<Wish['verdict']> | ''>
        label="怎么答复？"
        options={[
          { value: 'approve', word: '同意' },
          { value: 'return', word: '退回' },
          { value: 'refuse', word: '不同意' },
        ]}
        value={wish.verdict ?? ''}
        onPick={(verdict) => {
          setTried(false)
          if (verdict) draft.write({ verdict })
        }}
      />
      {wish.verdict === 'approve' && <ApproveForm {...form} />}
      {wish.verdict === 'return' && <ReturnForm {...form} />}
      {wish.verdict === 'refuse' && <RefuseForm {...form} />}
      {isAsking && (
        <Sure
          application={application}
          wish={wish}
          isSeen={isSeen}
          onClose={() => setAsking(false)}
          onDecided={(decided) => {
            draft.discard()
            onChange(decided)
          }}
          onOutdated={onOutdated}
        />
      )}
    </PageFrame>
  )
}

const words = {
  approve: '同意，下一步',
  return: '退回，下一步',
  refuse: '不同意，下一步',
} as const
