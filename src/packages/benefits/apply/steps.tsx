import { useState } from 'react'
import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { replaceBy } from '@/platform/navigation'
import { toTop } from '@/platform/page'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { BringStep } from './bring-step'
import { CheckStep, type Said } from './check-step'
import type { Whom } from './for-whom'
import { PaperFoot, PaperStep } from './paper-step'
import { papersOf } from './papers'
import { usePhotos } from './use-photos'

interface Props {
  whom: Whom
  offered: Applicable
  /** 低保 */
  word: string
  /** What was sent back, when this adds to it. */
  returned: Application | null
}

const draftHours = 48

/** What to bring, one paper after the other, and a look at everything before it is sent. */
export function Steps({ whom, offered, word, returned }: Props) {
  const { elderId, stationId } = whom
  const name = `apply ${elderId} ${offered.category}`
  const said = useDraft<Said>(name, { note: '', channel: 'counter' }, draftHours)
  const apply = useAct('eligibility.apply')
  /** Which photos were none is true only of those that were sent. */
  const onChanged = () => {
    if (apply.code === 'NOT_A_PHOTO') apply.clear()
  }
  const photos = usePhotos(elderId, name, { hours: draftHours, onChanged })
  const [at, setAt] = useState(0)
  const papers = papersOf(offered, returned)
  const last = papers.length + 1
  const paper = at > 0 ? papers[at - 1] : undefined
  const note = said.value.note.trim()
  const trouble = photos.troubleAt(paper)
  const isBlank = photos.photos.length === 0 && !(returned && note)

  const go = (to: number) => {
    setAt(to)
    toTop()
  }
  const send = async () => {
    const isLost = apply.code === 'DOCUMENT_MISSING'
    if (isLost && !photos.forgetStored()) return
    apply.clear()
    apply.askForNews() // here, since the photos are waited for
    const documents = await photos.storeAll()
    if (!documents) return
    const sent = await apply.run({
      elderId,
      category: offered.category,
      documents,
      ...(note && { note }),
      ...(stationId && { channel: said.value.channel }),
    })
    if (!sent) return
    photos.discard()
    said.discard()
    buzz()
    replaceBy('packages/benefits/application', { applicationId: sent.id, stationId })
  }
  return (
    <PageFrame
      title={`申请${word}`}
      dense={stationId !== undefined}
      action={
        <>
          {photos.sending !== null && (
            <Notice kind="info">{`正在传照片，第 ${photos.sending} 张，一共 ${photos.photos.length} 张。`}</Notice>
          )}
          {trouble && <Notice>{trouble}</Notice>}
          {at === 0 && (
            <Button icon="camera" onTap={() => go(1)}>
              找好了，去拍照
            </Button>
          )}
          {paper !== undefined && <PaperFoot paper={paper} photos={photos} onNext={() => go(at + 1)} />}
          {at === last && (
            <>
              {apply.trouble && <Notice>{apply.trouble}</Notice>}
              <Button
                pending={apply.isPending || photos.sending !== null}
                disabled={isBlank}
                onTap={() => void send()}
              >
                {isBlank ? '先拍一张照片' : '都对，发出去'}
              </Button>
            </>
          )}
        </>
      }
      second={
        at > 0 && (
          <Button kind="second" onTap={() => go(at - 1)}>
            上一步
          </Button>
        )
      }
    >
      <Soft>{`第 ${at + 1} 步，一共 ${last + 1} 步`}</Soft>
      {at === 0 && (
        <BringStep
          whom={whom}
          offered={offered}
          word={word}
          papers={papers}
          returned={returned}
          kept={photos.kept}
        />
      )}
      {paper !== undefined && <PaperStep paper={paper} photos={photos} onSkip={() => go(at + 1)} />}
      {at === last && (
        <CheckStep
          whom={whom}
          word={word}
          papers={papers}
          photos={photos}
          said={said.value}
          isAdding={returned !== null}
          onSaid={said.write}
        />
      )}
    </PageFrame>
  )
}
