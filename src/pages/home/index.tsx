import { View } from '@tarojs/components'
import type { Home as HomeOf } from '#types/people'
import { Button } from '@/components/button'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { Waiting } from '@/components/waiting'
import { whereAmIIfAllowed } from '@/platform/place'
import { ring } from '@/platform/ring'
import { CallError, call } from '@/services/cloud'
import { actFor, actsForNobody, rememberMe, useChosenElderId } from '@/services/person'
import { useLoaded } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { Asks } from './asks'
import { Greeting } from './greeting'
import { Joining } from './joining'
import { Today } from './today'
import { Ways } from './ways'
import { Work } from './work'
import './index.scss'

/** The home page about the elder chosen last; whoever may no longer act for her starts afresh. */
async function loadHome(elderId: string | undefined): Promise<HomeOf> {
  if (actsForNobody()) return loadAroundHere()
  const home = await call('people.home', elderId ? { elderId } : {}).catch((error: unknown) => {
    const isOver = error instanceof CallError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')
    if (!isOver || !elderId) throw error
    return call('people.home', {})
  })
  rememberMe(home.me)
  return home.elder ? home : loadAroundHere()
}

/** For guests and staff: the station and the person to ring are those next to where they stand. */
async function loadAroundHere(): Promise<HomeOf> {
  const place = await whereAmIIfAllowed()
  const home = await call('people.home', place ? { place } : {})
  rememberMe(home.me)
  return home
}

export default function Home() {
  const elderId = useChosenElderId()
  const home = useLoaded(`home ${elderId}`, () => loadHome(elderId))
  return (
    <PageFrame title="银龄驿" load={home} tab="home" greets>
      {(seen) => <HomeBody home={seen} />}
    </PageFrame>
  )
}

function HomeBody({ home }: { home: HomeOf }) {
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
            word: one.relation === 'self' ? '我自己' : callWord(one),
          }))}
          value={elder.id}
          onPick={actFor}
        />
      )}
      <Asks me={me} />
      <Waiting asked={me.asked} joining={me.joining} />
      <Work roles={me.roles} />
      {elder && <Today home={home} elder={elder} />}
      <Ways home={home} isGuest={isGuest} />
      {isGuest && <Joining />}
      {contact && (
        <Button kind="second" icon="phone" onTap={() => ring(contact.phone)}>
          {`打电话找${contact.name}`}
        </Button>
      )}
      {contact && (
        <View className="home-contact">
          <Soft small>{contact.stationName}的工作人员</Soft>
        </View>
      )}
      {me.invented && <Soft small>这里的人和事都是编出来的，给您试着用。</Soft>}
    </>
  )
}
