import type { Flag } from '#types/supervision'
import { ReasonSheet } from '@/components/reason-sheet'
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
  const send = async (given: string) => {
    const done = await close.run({ flagId: flag.id, words: given })
    if (done) onClosed(done)
  }
  return (
    <ReasonSheet
      title="是怎么回事？"
      label="问下来是怎么回事"
      answers={answersTo[flag.kind]}
      button="记下来"
      act={close}
      usual={words}
      long
      onTyped={onWords}
      onGive={(given) => void send(given)}
      onClose={onCancel}
      before={
        <>
          <Lead>{flag.elderName}</Lead>
          <Soft>{flagWords(flag)}</Soft>
        </>
      }
    />
  )
}
