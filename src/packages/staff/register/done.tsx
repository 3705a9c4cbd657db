import type { Registered } from '#types/people/elders'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { BigCode } from '../big-code'

interface Props {
  stationId: string
  elder: Registered
  onNext(): void
}

/** Third: her card, and what is mostly done next. */
export function Done({ stationId, elder, onNext }: Props) {
  const { elderId } = elder
  const herPage = (part: string) => open('packages/staff/elder', { stationId, elderId, part })
  return (
    <PageFrame
      title="登记老人"
      dense
      action={
        <Button
          icon="utensils"
          onTap={() => open('packages/staff/book-for', { stationId, text: elder.code })}
        >
          给老人订餐
        </Button>
      }
      second={
        <Button kind="second" icon="user-plus" onTap={onNext}>
          登记下一位
        </Button>
      }
    >
      <Title>{elder.name}登记好了</Title>
      {elder.state === 'pending' && <Notice>老人还没有同意。先记下同意，才能替老人办事。</Notice>}
      <Card kind="place">
        <Soft>这是卡号。订餐、签到报这个号就行。</Soft>
        <BigCode name="卡号" code={elder.code} />
        <Soft>{elder.stationName}</Soft>
      </Card>
      <Card>
        <ListRow title="打印或者存下这张卡" icon="qr-code" onTap={() => herPage('card')} />
        <ListRow
          title="补充身份类别"
          hint="低保、特困、独居这些，饭钱可能更少"
          icon="clipboard-list"
          onTap={() => herPage('categories')}
        />
        <ListRow
          title="给老人自己手机的码"
          hint="老人有手机的话，自己也能看、能订"
          icon="phone"
          onTap={() => herPage('invite')}
        />
      </Card>
    </PageFrame>
  )
}
