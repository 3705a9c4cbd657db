import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Circle, CircleMember } from '#types/people/circle'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Checks } from '@/components/checks'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { scopeOptions } from '@/services/words'
import { memberName } from './wording'

interface Props {
  member: CircleMember
  /** What to know where others ask, or may act already, under the same name. */
  alike: string | null
  /** 您, or the elder for whom a guardian answers. */
  who: string
  onAnswered(circle: Circle): void
}

/** Somebody asks to be let in. What they asked for is chosen already; anything of it can be taken away. */
export function AskCard({ member, alike, who, onAnswered }: Props) {
  const [scopes, setScopes] = useState(member.scopes)
  const grant = useAct('people.grant')
  const decline = useAct('people.decline')
  const trouble = grant.trouble ?? decline.trouble
  const answer = async (reply: Promise<Circle | null>) => {
    const circle = await reply
    if (!circle) return
    buzz()
    onAnswered(circle)
  }
  const no = (
    <Button
      kind="second"
      label={`不同意${member.name}`}
      pending={decline.isPending}
      onTap={() => {
        grant.clear()
        void answer(decline.run({ memberId: member.id }))
      }}
    >
      不同意
    </Button>
  )
  const head = (
    <>
      <Lead>
        {memberName(member)}想帮{who}办事
      </Lead>
      {member.words && <View>“{member.words}”</View>}
      <Soft small>{whenWord(member.since, cloudNow())} 来问的</Soft>
      {alike && <Notice kind="info">{alike}</Notice>}
    </>
  )
  if (member.relation === 'guardian') {
    return (
      <Card kind="visit">
        <View className="circle-card">
          {head}
          <Notice kind="info">监护人要到驿站，把文件给工作人员看过，才能加上。</Notice>
          {trouble && <Notice>{trouble}</Notice>}
          {no}
        </View>
      </Card>
    )
  }
  return (
    <Card kind="visit">
      <View className="circle-card">
        {head}
        <Checks
          label={`让${member.name}能办什么？`}
          options={scopeOptions(who).filter(({ value }) => member.scopes.includes(value))}
          values={scopes}
          onChange={setScopes}
        />
        <Soft>不想让办的，点一下去掉。不认识的人，请点不同意。</Soft>
        {trouble && <Notice>{trouble}</Notice>}
        {scopes.length > 0 ? (
          <Button
            label={`同意${member.name}`}
            pending={grant.isPending}
            onTap={() => {
              decline.clear()
              void answer(grant.run({ memberId: member.id, scopes }))
            }}
          >
            同意
          </Button>
        ) : (
          <Button disabled onTap={() => undefined}>
            要同意，至少留一样
          </Button>
        )}
        {no}
      </View>
    </Card>
  )
}
