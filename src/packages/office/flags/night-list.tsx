import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Soft } from '@/components/text'
import { useLoaded } from '@/services/use-loaded'
import { loadNights } from './load-nights'
import { NightCard } from './night-card'

/** So many nights at once: each may have something of every kind. */
const AT_ONCE = 5

/** What the cloud found by itself in the night, for those who answer for a district. */
export function NightList() {
  const load = useLoaded('nights', loadNights)
  return (
    <LoadedPart load={load}>
      {({ count, nights }) => (
        <>
          {count > 0 ? (
            <Soft>
              {`每天夜里，系统会自己核对一遍，只看不改。还没看过的有 ${count} 处，请把编号告诉管系统的人，让他们查。`}
            </Soft>
          ) : (
            <Empty
              icon="circle-check-big"
              title="夜里查到的都看过了，现在没有要看的。"
              hint="每天夜里，系统会自己核对一遍，只看不改。查到了，会自己出现在这里。"
            />
          )}
          <LongList items={nights} size={AT_ONCE}>
            {(night) => (
              <NightCard
                key={night.id}
                night={night}
                onClosed={() => {
                  if (load.state !== 'ready') return
                  const rest = load.data.nights.filter(({ id }) => id !== night.id)
                  load.put({ count: load.data.count - night.count, nights: rest })
                }}
              />
            )}
          </LongList>
        </>
      )}
    </LoadedPart>
  )
}
