import { useState } from 'react'
import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { More } from '@/components/more'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { call } from '@/services/cloud'
import { usePages } from '@/services/use-pages'
import { ManagersOnly } from '../managers-only'
import { type Ending, EndSheet } from './end-sheet'
import { OneMisfit } from './one-misfit'

const title = '对不上的订餐'

/** Live orders that do not fit what a station serves, those that cannot wait first. */
export default function MisfitsPage() {
  return <ManagersOnly title={title}>{({ id }) => <OfStation key={id} stationId={id} />}</ManagersOnly>
}

function OfStation({ stationId }: { stationId: string }) {
  const [ending, setEnding] = useState<Ending | null>(null)
  const [ended, setEnded] = useState<string | null>(null)
  const { found, more } = usePages(`misfits of ${stationId}`, async (after) => {
    const page = await call('meals.misfits', { stationId, ...(after && { after }) })
    return { items: page.misfits.map((misfit) => ({ misfit, count: page.count })), next: page.next }
  })
  return (
    <PageFrame title={title} load={found} dense>
      {({ items }) => (
        <>
          {ended && <Notice kind="ok">{ended}</Notice>}
          {items.length === 0 ? (
            <Empty
              icon="circle-check"
              title="订餐都对得上"
              hint="改了供餐的安排、菜单或者不开门的日子，对不上的会排在这里。"
            />
          ) : (
            <>
              <Title>{`有 ${items[0]?.count ?? items.length} 份订餐对不上`}</Title>
              <Soft>这些订餐都还在，没有取消。请先打电话和老人说好，再办。</Soft>
            </>
          )}
          <LongList
            items={items}
            size={8}
            after={
              <More found={found} more={more}>
                再看更多
              </More>
            }
          >
            {({ misfit }) => (
              <OneMisfit
                key={misfit.orderId}
                misfit={misfit}
                onEnd={(way) => {
                  setEnded(null)
                  setEnding({ misfit, way })
                }}
                onAgreed={(what) => {
                  setEnded(`${misfit.elderName}的这一餐${what}。`)
                  void found.reload()
                }}
                onOutdated={() => void found.reload()}
              />
            )}
          </LongList>
          {ending && (
            <EndSheet
              ending={ending}
              onClose={() => setEnding(null)}
              onOutdated={() => void found.reload()}
              onEnded={() => {
                setEnded(endedWord(ending))
                setEnding(null)
                void found.reload()
              }}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

const endedWord = ({ misfit: { elderName }, way }: Ending) =>
  way === 'refuse' ? `${elderName}的这一餐记成了没有接。` : `${elderName}的这一餐取消了。`
