import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { CircleMember, Circle as CircleOf } from '#types/people/circle'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ForRole } from '@/components/for-role'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { useShareCards } from '@/platform/share'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { freshMe } from '../fresh-me'
import { NotYours } from '../of-elder'
import { Change } from './change'
import { CodeIsMade, type CodeMade } from './code-made'
import { Invite } from './invite'
import { People } from './people'
import { Stop } from './stop'
import './index.scss'

const title = '谁能替我办'

export default function Circle() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  useShareCards()
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => me.elders.find(isWanted(elderId)) ?? null}
      otherwise={elderId ? <NotYours /> : <NotRegistered />}
    >
      {(elder, { name }) => (
        <CircleOfElder elder={elder} myName={elder.relation === 'self' ? elder.name : name} />
      )}
    </ForRole>
  )
}

/** The elder of the address, else oneself. */
const isWanted =
  (elderId: string | undefined) =>
  ({ id, relation }: ActFor) =>
    elderId ? id === elderId : relation === 'self'

function NotRegistered() {
  return (
    <PageFrame title={title}>
      <Empty icon="users" title="先登记一次" hint="登记好了，就能请女儿、儿子来帮您办。">
        <Button onTap={() => open('packages/family/register', { for: 'me' })}>登记我自己</Button>
      </Empty>
    </PageFrame>
  )
}

type Doing =
  | { state: 'looking' }
  | { state: 'changing' | 'stopping'; member: CircleMember }
  | { state: 'inviting' }
  | { state: 'invited'; made: CodeMade }

function CircleOfElder({ elder, myName }: { elder: ActFor; myName: string | null }) {
  const circle = useCloud('people.circle', { elderId: elder.id })
  const [doing, setDoing] = useState<Doing>({ state: 'looking' })
  const who = callWord(elder)
  const close = () => setDoing({ state: 'looking' })

  const show = (changed: CircleOf) => {
    if (circle.state === 'ready') circle.put(changed)
    void freshMe() // how many ask is told there
    close()
  }
  const showMore = (further: CircleOf) => {
    if (circle.state === 'ready') circle.put(further)
  }
  const showAgain = () => {
    void circle.reload()
    close()
  }
  if (doing.state === 'inviting') {
    return (
      <Invite
        elderId={elder.id}
        who={who}
        onBack={close}
        onMade={(made) => {
          void circle.reload()
          setDoing({ state: 'invited', made })
        }}
      />
    )
  }
  if (doing.state === 'invited') return <CodeIsMade made={doing.made} onDone={close} />
  return (
    <PageFrame
      title={elder.relation === 'self' ? title : `谁能替${who}办`}
      load={circle}
      action={
        <Button kind="second" icon="user-plus" onTap={() => setDoing({ state: 'inviting' })}>
          请家人来帮忙
        </Button>
      }
    >
      {(people) => (
        <>
          <People
            circle={people}
            who={who}
            myName={myName}
            onAnswered={show}
            onMore={showMore}
            onChange={(member) => setDoing({ state: 'changing', member })}
            onStop={(member) => setDoing({ state: 'stopping', member })}
          />
          {doing.state === 'changing' && (
            <Change member={doing.member} who={who} onClose={close} onChanged={show} />
          )}
          {doing.state === 'stopping' && (
            <Stop member={doing.member} who={who} onClose={close} onStopped={showAgain} />
          )}
        </>
      )}
    </PageFrame>
  )
}
