import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ForRole } from '@/components/for-role'
import { JoinedAway } from '@/components/joined-away'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { callWord, nameInFull } from '@/services/words'

/** For whom somebody applies, as the one who applies would say it. */
export interface Whom {
  elderId: string
  /** 您, 妈妈, 王奶奶 */
  word: string
  /** 妈妈 王秀英 */
  name: string
  /** The station at whose counter it is written down; undefined where nobody but she or hers is there. */
  stationId: string | undefined
}

interface Props {
  title: string
  elderId: string | undefined
  stationId: string | undefined
  children(whom: Whom): ReactNode
}

/** Finds out for whom: the elder at the counter, the one named, or whoever is acted for. */
export function ForWhom(props: Props) {
  return props.stationId && props.elderId ? (
    <AtCounter {...props} elderId={props.elderId} />
  ) : (
    <OwnOrKin {...props} />
  )
}

function AtCounter({ title, elderId, stationId, children }: Props & { elderId: string }) {
  const person = usePerson()
  const file = useCloud('people.file', { elderId })
  if (person.state !== 'ready') return <PageFrame title={title} load={person} dense />
  if (file.state !== 'ready') return <PageFrame title={title} load={file} dense />
  const { name, politeName } = file.data
  return <>{children({ elderId, word: politeName, name, stationId })}</>
}

function OwnOrKin({ title, elderId, children }: Props) {
  return (
    <ForRole
      title={title}
      person={usePerson(elderId)}
      held={({ elder }) => (!elderId || elder?.id === elderId ? elder : null)}
      otherwise={<NotFor title={title} elderId={elderId} />}
    >
      {(elder) =>
        elder.isJoined ? (
          <PageFrame title={title}>
            <JoinedAway elder={elder} />
          </PageFrame>
        ) : (
          children({
            elderId: elder.id,
            word: callWord(elder),
            name: nameInFull(elder),
            stationId: undefined,
          })
        )
      }
    </ForRole>
  )
}

function NotFor({ title, elderId }: Pick<Props, 'title' | 'elderId'>) {
  return (
    <PageFrame title={title}>
      <Empty
        icon="user-round"
        title={elderId ? '现在不能替这位老人申请' : '您还没有登记'}
        hint={elderId ? '可能老人不再让您办了。想接着帮忙，请再问问老人。' : '登记一次，就能在这里申请。'}
      >
        {elderId ? (
          <Button onTap={() => open('packages/family/ask')}>请老人同意我帮忙</Button>
        ) : (
          <Button onTap={() => open('packages/family/register')}>去登记</Button>
        )}
      </Empty>
    </PageFrame>
  )
}
