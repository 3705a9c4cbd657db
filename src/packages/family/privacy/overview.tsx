import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Erased } from '#types/people/privacy'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Heading, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import type { Person } from '@/services/person'
import { usePrivacy } from '@/services/privacy'
import { callWord } from '@/services/words'
import { isOwnOrGuardian } from '../of-elder'
import { Consents } from './consents'
import { Erase } from './erase'
import { Leave } from './leave'
import { Texts } from './texts'
import { ownTitle } from './titles'

/** A browser has no guide of WeChat's to open. */
const inWeChat = process.env.TARO_ENV === 'weapp'

interface Props {
  person: Person
  onCopy(elder: ActFor): void
  onErased(erased: Erased): void
  onLeft(): void
}

export function Overview({ person: { me, elder }, onCopy, onErased, onLeft }: Props) {
  const guide = usePrivacy()
  const [asking, ask] = useState<'erase' | 'leave' | null>(null)
  const isElder = me.elders.some(({ relation }) => relation === 'self')
  const decides = elder !== null && isOwnOrGuardian(elder)
  const mayLeave = Boolean(me.name) && !isElder
  const who = elder ? callWord(elder) : '您'
  const whose = who === '您' ? '我' : who
  return (
    <>
      <Title>{decides ? `${who}同意了什么` : ownTitle}</Title>
      {elder && decides && (
        <>
          <Soft>每一项都可以单独同意，也随时可以不同意。</Soft>
          <Consents elder={elder} onErase={() => ask('erase')} />
          <Heading>{`${whose}的资料`}</Heading>
          <Card>
            <ListRow
              title={`看一份${whose}的全部资料`}
              hint="可以存成文件"
              icon="clipboard-list"
              onTap={() => onCopy(elder)}
            />
            <ListRow
              title={`谁为${whose}办了什么`}
              hint="谁看过资料，也在里面"
              icon="search"
              onTap={() => open('packages/family/log', { elderId: elder.id })}
            />
            <ListRow
              title={`注销${whose}的登记`}
              hint="所有资料都会删掉"
              icon="circle-x"
              onTap={() => ask('erase')}
            />
          </Card>
        </>
      )}
      {elder && !decides && (
        <Notice kind="info">
          {`资料给谁用、留不留，只有${who}自己能决定。请${who}在自己的手机上点，或者到驿站办。`}
        </Notice>
      )}
      {!me.name && <Soft>您还没有登记，我们这里没有您的资料。登记要用哪些资料、做什么，都写在下面。</Soft>}
      {mayLeave && (
        <>
          <Heading>我自己</Heading>
          <Card>
            <ListRow
              title="忘掉我"
              hint="删掉我的名字、我能替谁办、我在这里的工作"
              icon="circle-x"
              onTap={() => ask('leave')}
            />
          </Card>
        </>
      )}
      {!decides && <Texts />}
      {inWeChat && (
        <>
          <Heading>说明</Heading>
          <Card>
            <ListRow title="看微信里的隐私说明" icon="shield-check" onTap={guide.open} />
          </Card>
        </>
      )}
      {asking === 'erase' && elder && <Erase elder={elder} onClose={() => ask(null)} onErased={onErased} />}
      {asking === 'leave' && <Leave onClose={() => ask(null)} onLeft={onLeft} />}
    </>
  )
}
