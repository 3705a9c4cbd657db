import type { Home as HomeOf } from '#types/people'
import { Contact } from '@/components/contact'
import { Joining } from '@/components/joining'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { Waiting } from '@/components/waiting'
import { useShareCards } from '@/platform/share'
import { aroundHere } from '@/services/around-here'
import { CallError, call } from '@/services/cloud'
import { actFor, actsForNobody, rememberAlarms, rememberMe, useChosenElderId } from '@/services/person'
import { useLoaded } from '@/services/use-loaded'
import { callWordAmong } from '@/services/words'
import { Alarms } from './alarms'
import { AlarmsAtWork } from './alarms-at-work'
import { Asks } from './asks'
import { Greeting } from './greeting'
import { isWaiting } from './is-waiting'
import { MisfitsAtWork } from './misfits-at-work'
import { Notices } from './notices'
import { Returned } from './returned'
import { StillToAgree } from './still-to-agree'
import { Today } from './today'
import { MealWay, Ways } from './ways'
import { Work } from './work'
import './index.scss'

/** What other pages know from here: who holds the phone, and how much calls for somebody. */
function remember({ me, alarmCount, atWork }: HomeOf): void {
  rememberMe(me)
  rememberAlarms(alarmCount + Object.values(atWork ?? {}).reduce((sum, count) => sum + count, 0))
}

/** The home page about the elder chosen last; whoever may no longer act for her starts afresh. */
async function loadHome(elderId: string | undefined): Promise<HomeOf> {
  if (actsForNobody()) return loadAroundHere()
  const home = await call('people.home', elderId ? { elderId } : {}).catch((error: unknown) => {
    const isOver = error instanceof CallError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')
    if (!isOver || !elderId) throw error
    return call('people.home', {})
  })
  remember(home)
  return home.elder ? home : loadAroundHere()
}

async function loadAroundHere(): Promise<HomeOf> {
  const home = await aroundHere()
  remember(home)
  return home
}

export default function Home() {
  const elderId = useChosenElderId()
  useShareCards()
  const home = useLoaded(`home ${elderId}`, () => loadHome(elderId))
  return (
    <PageFrame title="银龄驿" load={home} tab="home" greets rescues>
      {(seen) => <HomeBody home={seen} onRead={home.reload} />}
    </PageFrame>
  )
}

function HomeBody({ home, onRead }: { home: HomeOf; onRead(): Promise<void> }) {
  const { me, elder, contact } = home
  const isGuest = me.roles.length === 0 && me.elders.length === 0
  return (
    <>
      <Greeting me={me} elder={elder} />
      {me.elders.length > 1 && elder && (
        <Segmented
          label="给谁办"
          options={me.elders.map((one) => ({
            value: one.id,
            word: one.relation === 'self' ? '我自己' : callWordAmong(one, me.elders),
          }))}
          value={elder.id}
          onPick={actFor}
        />
      )}
      {home.atWork && <AlarmsAtWork counts={home.atWork} />}
      <MisfitsAtWork roles={me.roles} />
      <Alarms alarms={home.alarms} count={home.alarmCount} elders={me.elders} />
      <Notices me={me} onRead={onRead} />
      <Asks me={me} />
      <Returned returned={home.returned} elders={me.elders} />
      <Waiting asked={me.asked} joining={me.joining} onChanged={() => void onRead()} />
      <StillToAgree asked={me.asked} />
      <Work roles={me.roles} />
      <MealWay home={home} isGuest={isGuest} />
      {elder && <Today home={home} elder={elder} />}
      <Ways home={home} isGuest={isGuest} />
      {isGuest && !isWaiting(home) && <Joining />}
      {contact && !isWaiting(home) && <Contact contact={contact} />}
      {me.invented && <Soft small>这里的人和事都是编出来的，给您试着用。</Soft>}
    </>
  )
}
