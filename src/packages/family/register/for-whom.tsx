import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { PageFrame } from '@/components/page-frame'
import { Sheet } from '@/components/sheet'
import { Lead, Soft, Title } from '@/components/text'
import { forgetDraft } from '@/services/draft'
import { begunName, draftName, type Whom } from './form'

const ways: Record<Whom, { title: string; hint: string; whose(name: string): string }> = {
  me: {
    title: '给我自己',
    hint: '自己订餐、请人上门',
    whose: (name) => `给您自己${name && `（${name}）`}登记`,
  },
  kin: {
    title: '替家里的老人',
    hint: '老人自己还要同意一次',
    whose: (name) => `替${name || '家里的老人'}登记`,
  },
}

/** Whether somebody registers herself or an elder at home; what was begun and not sent is gone on with, or begun anew. */
export function ForWhom({ onPick }: { onPick(whom: Whom): void }) {
  const [leaving, setLeaving] = useState<Whom | null>(null)
  const begun = (['me', 'kin'] as const).flatMap((whom) => {
    const name = begunName(whom)
    return name === null ? [] : [{ whom, words: ways[whom].whose(name) }]
  })
  const others = (['me', 'kin'] as const).filter((whom) => !begun.some((one) => one.whom === whom))
  return (
    <PageFrame title="登记">
      <Title>给谁登记？</Title>
      {begun.map(({ whom, words }) => (
        <Card key={whom} kind="warn">
          <Lead>{`${words}，还没有写完`}</Lead>
          <Soft>写过的都留着。身份证号不留在手机里，填过的要再填一次。</Soft>
          <Button label={`接着写：${words}`} onTap={() => onPick(whom)}>
            接着写
          </Button>
          <Button kind="quiet" label={`重新写：${words}`} onTap={() => setLeaving(whom)}>
            重新写
          </Button>
        </Card>
      ))}
      {others.length > 0 && (
        <Card>
          {others.map((whom) => (
            <ListRow key={whom} title={ways[whom].title} hint={ways[whom].hint} onTap={() => onPick(whom)} />
          ))}
        </Card>
      )}
      {leaving && (
        <Sheet
          title="写过的不要了吗？"
          onClose={() => setLeaving(null)}
          action={
            <Button
              onTap={() => {
                forgetDraft(draftName(leaving))
                onPick(leaving)
              }}
            >
              不要了，重新写
            </Button>
          }
          second={
            <Button kind="second" onTap={() => setLeaving(null)}>
              还是留着
            </Button>
          }
        >
          {`${ways[leaving].whose(begunName(leaving) ?? '')}，写过的会从这个手机上删掉，从头写起。`}
        </Sheet>
      )}
    </PageFrame>
  )
}
