import { createContext, useContext, useState } from 'react'
import { longest } from '#types/limits'
import type { QueuedVisit } from '#types/visits'
import { settledAs } from '#types/words/visits/settled'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { seenOf } from '@/services/words'

/** Asks whether what calls for somebody is dealt with; the page does it, since a sheet lies over the whole of it. */
export const Settling = createContext<(visit: QueuedVisit) => void>(() => undefined)

/** Whoever answers for the place has dealt with what calls for somebody. */
export function SettleButton({ visit }: { visit: QueuedVisit }) {
  const ask = useContext(Settling)
  const { done } = wordsOf(visit)
  return (
    <Button kind="second" onTap={() => ask(visit)} label={`${done}，${visit.elderName}`}>
      {done}
    </Button>
  )
}

/** What whoever settles it says of it: 办妥了, or 安排好了. */
export const settledWord = (visit: Pick<QueuedVisit, 'alarm'>): string => wordsOf(visit).done

/** What is asked, and what whoever has been on the telephone mostly has to say. */
const settled = {
  done: settledAs(null),
  yes: '办妥了，不用再去',
  how: '怎么办妥的',
  when: '知道人怎么样、有人管了再点。点了就不再排在这里，不会再叫人去。',
  answers: ['本人接电话说没事', '家人已经到了', '已经送去医院'],
}
const arranged: typeof settled = {
  done: settledAs('needsFound'),
  yes: '安排好了',
  how: '怎么安排的',
  when: '说好了谁去、什么时候去再点。点了就不再排在这里。',
  answers: ['家人说好会去办', '驿站的人说好会去办', '已经帮好了'],
}

const wordsOf = ({ alarm }: Pick<QueuedVisit, 'alarm'>) => (alarm === 'needsFound' ? arranged : settled)

interface Props {
  visit: QueuedVisit
  onClose(): void
  /** Settled, or to be read anew. */
  onSettled(): Promise<void>
}

const draftHours = 48

/** Asks once, and what was done: nobody goes to that door any more. What was typed stays on the phone until it was sent. */
export function Settle({ visit, onClose, onSettled }: Props) {
  const close = useAct('visits.close')
  const said = useDraft(`settle ${visit.id}`, { done: '' }, draftHours)
  const [isMissing, setMissing] = useState(false)
  const { done } = said.value
  const words = wordsOf(visit)
  const settle = async () => {
    const how = done.trim()
    setMissing(how === '')
    if (how === '' || !(await close.run({ visitId: visit.id, seen: seenOf(visit), done: how }))) return
    said.discard()
    onClose()
    await onSettled()
  }
  const leave = () => {
    onClose()
    if (close.trouble) void onSettled()
  }
  return (
    <Sheet
      title={`${visit.elderName}这一次真的${words.done}吗？`}
      onClose={leave}
      trouble={close.trouble}
      action={
        <Button kind="pine" onTap={leave}>
          还没有
        </Button>
      }
      second={
        <Button kind="second" pending={close.isPending} onTap={() => void settle()}>
          {words.yes}
        </Button>
      }
    >
      {visit.report || visit.earlierReports.length > 0 ? '' : '还没有人写过见到了什么。'}
      {words.when}您写的，老人和老人同意的家人看得到。
      <Field
        label={words.how}
        value={done}
        onChange={(text) => {
          setMissing(false)
          said.write({ done: text })
        }}
        answers={words.answers}
        placeholder="也可以自己写"
        maxLength={longest.visitDone}
        trouble={isMissing ? `选一句，或者写一句${words.how}。` : null}
        long
      />
    </Sheet>
  )
}
