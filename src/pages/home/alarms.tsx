import { View } from '@tarojs/components'
import type { ActFor } from '#types/people'
import type { Visit } from '#types/visits'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Lead, Soft } from '@/components/text'
import { open, openTab } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { lastOf } from '@/services/last-of'
import { openAsking } from '@/services/news'
import { whoseRecord } from '@/services/person'
import { ambulanceWord, callWordAmong } from '@/services/words'

interface Props {
  alarms: readonly Visit[]
  /** How many there are, also those that are not here. */
  count: number
  /** Everybody whom the owner of the phone may see. */
  elders: readonly ActFor[]
}

/** What about an elder calls for somebody, before everything else on the page, until it has been dealt with. */
export function Alarms({ alarms, count, elders }: Props) {
  const all = alarms.map((visit) => ({ visit, ...wordsAmong(visit, elders) }))
  const isAlone = (one: Words) => all.filter((other) => sameWords(one, other)).length === 1
  return (
    <>
      {all.map(({ visit, ...words }) => (
        <AlarmCard
          key={visit.id}
          visit={visit}
          words={isAlone(words) ? words : withTime(words, visit)}
          onOpen={whoseRecord(elders, visit.elderId)?.relation === 'self' ? open : openAsking} // in her need she is asked nothing
        />
      ))}
      {count > alarms.length && (
        <Card kind="alarm" onTap={() => openTab('pages/bookings')}>
          <Lead>{`还有 ${count - alarms.length} 件没有办完，在“我的预约”里`}</Lead>
        </Card>
      )}
    </>
  )
}

interface Words {
  title: string
  hint: string
}

/** What is said of one; of whom, unless nobody asks because there is only one elder. */
function wordsAmong(visit: Visit, elders: readonly ActFor[]): Words {
  const elder = whoseRecord(elders, visit.elderId)
  const who = elder ? callWordAmong(elder, elders) : visit.elderName
  return alarmWords(visit, who, elders.length === 1 ? '' : `${who}的`)
}

const sameWords = (one: Words, other: Words) => one.title === other.title && one.hint === other.hint

/** Two of one elder that would read alike are told apart by when they were asked for. */
const withTime = ({ title, hint }: Words, { askedAt }: Visit): Words => ({
  title,
  hint: `${whenWord(askedAt, cloudNow())} 请的。${hint}`,
})

interface AlarmCardProps {
  visit: Visit
  words: Words
  onOpen: typeof open
}

function AlarmCard({ visit, words: { title, hint }, onOpen }: AlarmCardProps) {
  const isCalm = visit.alarm === 'needsFound'
  return (
    <Card kind={isCalm ? 'warn' : 'alarm'} onTap={() => onOpen('pages/visit', { visitId: visit.id })}>
      <View className="home-alarm">
        <Icon name={isCalm ? 'hand-heart' : 'siren'} size={34} />
        <View className="home-alarm-rest">
          <View className="home-visit-words">
            <Lead>{title}</Lead>
            <Soft>{hint}</Soft>
          </View>
          <Icon name="chevron-right" size={30} />
        </View>
      </View>
    </Card>
  )
}

function alarmWords(visit: Visit, who: string, whose: string): Words {
  const { alarm, state, helper, report, earlierReports, dueAt } = visit
  const now = cloudNow()
  const all = report ? [...earlierReports, report] : earlierReports
  const written = lastOf(all.filter(({ outcome }) => outcome === alarm)) ?? lastOf(all)
  const wrote = written ? `${whenWord(written.at, now)}，${written.by}写的` : ''
  switch (alarm) {
    case 'emergency':
      return {
        title: `${who}情况紧急`,
        hint: `${wrote}。${ambulanceWord(written?.ambulanceCalled ?? null)}点开看怎么办`,
      }
    case 'noAnswer':
      return { title: `去看${who}，敲了门没有人应`, hint: `${wrote}。点开看怎么办` }
    case 'unanswered':
      return { title: `还没有人去看${who}`, hint: '已经转给驿站和协调员。点开打电话' }
    case 'needsFound':
      return { title: `${who}有事要帮忙`, hint: `${wrote}。还没有写怎么安排，点开看` }
    default:
      if (state === 'claimed')
        return { title: `${helper?.name ?? '有人'}接了${whose}急事`, hint: lateOr(dueAt, now) }
      if (state === 'onSite')
        return { title: `${helper?.name ?? '有人'}到${whose}门口了`, hint: '见没见到人，写了就在这里' }
      if (state === 'escalated')
        return { title: `${whose}急事还没有办完`, hint: '已经转给驿站和协调员。点开打电话' }
      return dueAt <= now
        ? { title: `${whose}急事还没有人接`, hint: '过了说好的时间。点开打电话' }
        : { title: `${whose}急事，等人接`, hint: `${whenWord(dueAt, now)} 以前应该有人敲门` }
  }
}

const lateOr = (dueAt: string, now: string) =>
  dueAt <= now ? '过了说好的时间，还没有说到门口。点开打电话' : `${whenWord(dueAt, now)} 以前应该到`
