import { useState } from 'react'
import type { Flag } from '#types/supervision'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Lead, Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { answersTo, flagWords } from './flag-words'

interface Props {
  flag: Flag
  words: string
  onWords(words: string): void
  onCancel(): void
  onClosed(flag: Flag): void
}

/** What it turned out to be, in somebody's own words. */
export function CloseFlag({ flag, words, onWords, onCancel, onClosed }: Props) {
  const close = useAct('supervision.closeFlag')
  const [isTried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!words.trim()) return
    const done = await close.run({ flagId: flag.id, words: words.trim() })
    if (done) onClosed(done)
  }
  return (
    <Sheet
      title="是怎么回事？"
      onClose={onCancel}
      trouble={close.trouble}
      action={
        <Button pending={close.isPending} onTap={() => void send()}>
          记下来
        </Button>
      }
    >
      <Lead>{flag.elderName}</Lead>
      <Soft>{flagWords(flag)}</Soft>
      <Field
        label="问下来是怎么回事"
        value={words}
        onChange={onWords}
        answers={answersTo[flag.kind]}
        placeholder="也可以自己写"
        long
        trouble={isTried && !words.trim() ? '选一样，或者写一句。' : null}
      />
    </Sheet>
  )
}
