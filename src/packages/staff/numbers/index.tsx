import { useState } from 'react'
import type { Claimant, SharedNumber } from '#types/people/numbers'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { toTop } from '@/platform/page'
import { AtStation } from '../at-station'
import { Lately } from './lately'
import { NumberCard } from './number-card'
import { Settle } from './settle'
import { useNumbers } from './use-numbers'

const title = '身份证号重复的'

export default function Numbers() {
  return (
    <AtStation title={title}>{({ stationId }) => <Shared key={stationId} stationId={stationId} />}</AtStation>
  )
}

type Settling = { number: SharedNumber; elder: Claimant } | null

/** Elders who were registered with one id number, side by side: whoever shows the card has it. */
function Shared({ stationId }: { stationId: string }) {
  const { found, more, waiting, lately } = useNumbers(stationId)
  const [settling, setSettling] = useState<Settling>(null)
  /** What was written down last. */
  const [told, setTold] = useState<string | null>(null)
  return (
    <PageFrame title={title} load={found} dense>
      {({ items }) => (
        <>
          {told && <Notice kind="ok">{told}</Notice>}
          {items.length === 0 ? (
            <Empty
              icon="shield-check"
              title="没有重复的身份证号"
              hint="同一个身份证号登记了不止一位老人的，会出现在这里。"
            />
          ) : (
            <Soft>
              {`有 ${waiting} 个身份证号，登记了不止一位老人。老人带着身份证来了，再定是谁的。没有定以前，后登记的按菜单价付。`}
            </Soft>
          )}
          {items.map((number) => (
            <NumberCard
              key={number.elders.map(({ id }) => id).join(' ')}
              number={number}
              stationId={stationId}
              onPick={(elder) => setSettling({ number, elder })}
            />
          ))}
          <More found={found} more={more}>
            再看几个
          </More>
          <Lately
            settled={lately}
            onUndone={({ tail, name }) => {
              setTold(`撤回了：尾号 ${tail} 是不是${name}的，再核对一次。`)
              toTop()
              void found.reload()
            }}
          />
          {settling && (
            <Settle
              {...settling}
              onClose={() => setSettling(null)}
              onDone={() => {
                setTold(`记下了：尾号 ${settling.number.tail} 的身份证是${settling.elder.name}的。`)
                toTop()
                void found.reload()
              }}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}
