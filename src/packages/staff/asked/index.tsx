import { useState } from 'react'
import type { AskAtStation } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { toTop } from '@/platform/page'
import { useLoaded } from '@/services/use-loaded'
import { AtStation } from '../at-station'
import { LetIn } from '../let-in'
import { AskCard } from './ask-card'
import { loadAsks } from './load-asks'

const title = '想代办的家人'

export default function Asked() {
  return (
    <AtStation title={title}>{({ stationId }) => <Asks key={stationId} stationId={stationId} />}</AtStation>
  )
}

/** Relatives who ask for elders without a phone: the elder says yes or no here, at the station. */
function Asks({ stationId }: { stationId: string }) {
  const asks = useLoaded(`asks ${stationId}`, () => loadAsks(stationId))
  const [answering, setAnswering] = useState<AskAtStation | null>(null)
  /** What was written down last. */
  const [told, setTold] = useState<string | null>(null)
  const close = () => setAnswering(null)
  const settle = (settled: AskAtStation, happened: string) => {
    const { name, relation } = settled.member
    setTold(`${relationWord[relation]}${name}${happened}`)
    toTop()
    if (asks.state === 'ready') asks.put(asks.data.filter(({ id }) => id !== settled.id))
  }
  return (
    <PageFrame title={title} load={asks} dense>
      {(list) => (
        <>
          {told && <Notice kind="ok">{told}</Notice>}
          {list.length === 0 ? (
            <Empty
              icon="users"
              title="没有等答复的"
              hint="家人在手机上请求以后，会出现在这里。老人有手机的，自己在手机上答复。"
            />
          ) : (
            <Soft>{`一共 ${list.length} 个在等。先问老人愿不愿意：签了字，或者在电话里亲口说了，再点同意。不认识的，点不同意就行。`}</Soft>
          )}
          <LongList items={list}>
            {(ask) => (
              <AskCard
                key={ask.id}
                ask={ask}
                stationId={stationId}
                onLetIn={() => setAnswering(ask)}
                onDeclined={() =>
                  settle(ask, `的请求没有同意。点错了的话，打开${ask.elderName}的登记，还可以再同意。`)
                }
              />
            )}
          </LongList>
          {answering && (
            <LetIn
              member={answering.member}
              elderName={answering.elderName}
              onClose={close}
              onDone={() => settle(answering, `现在能替${answering.elderName}办了。`)}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}
