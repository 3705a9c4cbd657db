import { roleWord } from '#types/words/roles'
import { Card } from '@/components/card'
import { Choice, Choices } from '@/components/choice'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Heading, Soft, Title } from '@/components/text'
import { Waiting } from '@/components/waiting'
import { open } from '@/platform/navigation'
import { openAsking } from '@/services/news'
import { actFor, type Person, usePerson } from '@/services/person'
import { callWord, nameInFull } from '@/services/words'
import { workOf } from '@/services/work'
import { FontSize } from './font-size'
import { JoinWays } from './join-ways'
import { KinWays } from './kin-ways'
import { OwnWays } from './own-ways'

export default function Me() {
  const person = usePerson()
  return (
    <PageFrame title="我的" load={person} tab="me">
      {(known) => <MeBody person={known} />}
    </PageFrame>
  )
}

function MeBody({ person: { me, elder } }: { person: Person }) {
  const work = workOf(me.roles)
  const own = me.elders.find((one) => one.relation === 'self')
  const others = me.elders.filter((one) => one.relation !== 'self')
  const isGuest = me.elders.length === 0 && me.roles.length === 0
  const joinWays = <JoinWays isRegistered={own !== undefined} />
  return (
    <>
      <Title>{me.name ?? '您还没有登记'}</Title>
      {me.name ? (
        <Soft>{whatIAm(me) || '还没有登记，也还没有替谁办。'}</Soft>
      ) : (
        <Soft>在手机上登记一次，或者带上身份证到附近的驿站，就能订餐、请人上门。不登记也可以随便看看。</Soft>
      )}
      {me.invented && <Notice kind="info">这个人和这里的事都是编出来的，给您试着用。</Notice>}

      <Waiting asked={me.asked} joining={me.joining} />
      {isGuest && joinWays}

      <Heading>字的大小</Heading>
      <FontSize />

      {others.length > 0 && elder && (
        <>
          <Heading>现在替谁办</Heading>
          <Choices label="现在替谁办">
            {me.elders.map((one) => (
              <Choice
                key={one.id}
                title={one.relation === 'self' ? `我自己 ${one.name}` : nameInFull(one)}
                hint={one.relation === 'self' ? undefined : mayWord(callWord(one), one.scopes)}
                isPicked={one.id === elder.id}
                onPick={() => actFor(one.id)}
              />
            ))}
          </Choices>
        </>
      )}

      {work.length > 0 && (
        <>
          <Heading>我的工作</Heading>
          {work.map((way) => (
            <Card key={`${way.page} ${way.params.stationId ?? way.params.kitchenId ?? ''}`}>
              <ListRow
                title={way.title}
                hint={way.hint}
                icon={way.icon}
                onTap={() => openAsking(way.page, way.params)}
              />
            </Card>
          ))}
        </>
      )}

      {own && <OwnWays elder={own} me={me} />}
      {elder && elder.relation !== 'self' && <KinWays elder={elder} />}

      {!isGuest && (
        <>
          <Heading>登记和邀请</Heading>
          {joinWays}
        </>
      )}
      {!own && (
        <Card>
          {!elder && (
            <ListRow
              title="能享受什么"
              icon="hand-heart"
              hint="答几个问题就知道，不用登记"
              onTap={() => open('packages/benefits/ask')}
            />
          )}
          <ListRow
            title="我的信息和同意"
            icon="shield-check"
            hint="我们知道您什么，怎么删掉"
            onTap={() => open('packages/family/privacy')}
          />
        </Card>
      )}
    </>
  )
}

/** 长江路社区养老驿站 驿站工作人员; 老人; 王秀英的家人. */
function whatIAm(me: Person['me']): string {
  const held = me.roles
    .filter(({ role }) => role !== 'elder' && role !== 'family')
    .map(({ role, orgName, name = '' }) => `${orgName ? `${orgName} ` : ''}${roleWord[role]}${name}`)
  const own = me.elders.some(({ relation }) => relation === 'self') ? ['在驿站登记过'] : []
  const kin = me.elders.filter(({ relation }) => relation !== 'self').map(({ name }) => `${name}的家人`)
  return [...own, ...held, ...kin].join('，')
}

function mayWord(name: string, scopes: readonly string[]): string {
  return scopes.includes('order') ? `${name}同意您查看和代办` : `${name}同意您查看，还没有同意您代办`
}
