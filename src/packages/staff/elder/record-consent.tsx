import { useState } from 'react'
import type { ConsentState, ElderFile } from '#types/people/elders'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'
import { PaperEntry, paperOf, type Said } from '../paper-entry'
import { pronounOf } from './part'

interface Props {
  file: ElderFile
  consent: ConsentState
  /** A yes; else it is taken back. */
  isGiven: boolean
  said: Said
  onSaid(said: Said): void
  onClose(): void
  onDone(list: ConsentState[]): void
  /** The text has changed meanwhile. */
  onOutdated(): void
}

/** Writes down a yes, or a no after a yes: then what was kept for that use is gone. */
export function RecordConsent({ file, consent, isGiven, said, onSaid, onClose, onDone, onOutdated }: Props) {
  const record = useAct('people.consent')
  const [isTried, setTried] = useState(false)
  const they = pronounOf(file)

  const send = async () => {
    setTried(true)
    const paper = paperOf(said)
    if (!paper) return
    const { purpose, version } = consent
    const list = await record.run({ elderId: file.id, agreed: { purpose, version }, isGiven, paper })
    if (!list) return
    buzz()
    onDone(list)
    onClose()
  }
  return (
    <Sheet
      title={isGiven ? `${they}同意：${consent.title}` : `${they}收回：${consent.title}`}
      onClose={() => {
        if (record.code === 'CONSENT_OUTDATED') onOutdated()
        onClose()
      }}
      trouble={record.trouble}
      action={
        <Button pending={record.isPending} onTap={() => void send()}>
          {isGiven ? '记下同意' : '收回，删掉这些内容'}
        </Button>
      }
    >
      {isGiven
        ? consent.text
        : `收回以后，为这一项记下的内容会马上删掉，找不回来。${withdrawn(consent, they)}`}
      <PaperEntry value={said} onChange={onSaid} isTried={isTried} />
    </Sheet>
  )
}

const withdrawn = ({ purpose }: ConsentState, they: string) =>
  purpose === 'service' ? `这是最基本的一项：收回以后，什么都不能替${they}办了。` : '别的照样能办。'
