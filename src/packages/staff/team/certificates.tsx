import { View } from '@tarojs/components'
import type { Membership } from '#types/people/staff'
import { certificateWord } from '#types/words/people/staff/certificates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag, Tags } from '@/components/tag'
import { Heading, Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'

interface Props {
  member: Membership
  /** null for somebody who has left. */
  onAdd: (() => void) | null
}

/** What the work needs and is not there, then what is there, with its last day. */
export function Certificates({ member: { certificates, missing }, onAdd }: Props) {
  const today = dateOf(cloudNow())
  const lacking = missing.filter((kind) => !certificates.some((one) => one.kind === kind))
  return (
    <>
      <Heading>证件</Heading>
      {lacking.map((kind) => (
        <Card key={kind} kind="warn">
          <Lead>{certificateWord[kind]}</Lead>
          <View>还没有，补上才能上岗。</View>
        </Card>
      ))}
      {certificates.map(({ kind, number, issuer, to }) => (
        <Card key={kind} kind={to < today ? 'warn' : 'plain'}>
          <Lead>{certificateWord[kind]}</Lead>
          <Soft small>{`${issuer}，${number}`}</Soft>
          <Tags>
            <Tag kind={to < today ? 'bad' : 'ok'}>{to < today ? `${to} 过期了` : `有效到 ${to}`}</Tag>
          </Tags>
        </Card>
      ))}
      {certificates.length === 0 && lacking.length === 0 && <Soft>这个岗位不用证件，也没有记过。</Soft>}
      {onAdd && (
        <Button kind="second" icon="shield-check" onTap={onAdd}>
          补一张证件
        </Button>
      )}
    </>
  )
}
