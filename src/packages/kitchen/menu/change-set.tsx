import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { More } from '@/components/more'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { ReasonSheet } from '@/components/reason-sheet'
import { Heading, Lead, Soft, Title } from '@/components/text'
import { call } from '@/services/cloud'
import { fullDay } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { usePages } from '@/services/use-pages'
import './index.scss'
import { AskPrice, isMuchOther } from './ask-price'
import { BackToWeek } from './lists'
import { contentOf, draftOfSet, SetFields, setTroubles } from './set-fields'
import type { StepProps } from './step'
import { draftHours, nameOfDraft } from './week'

/** A set that people have ordered: first who, then what it becomes on that day, last why. */
export function ChangeSet({
  at,
  menu,
  date,
  go,
  onChanged,
  onOutdated,
  setId,
}: StepProps & { setId: string }) {
  const { kitchenId, slot } = at
  const ofSet = { kitchenId, slot, date, setId }
  const who = usePages(`who ordered ${JSON.stringify(ofSet)}`, async (after) => {
    const { tables, next, count } = await call('meals.whoOrdered', { ...ofSet, ...(after && { after }) })
    return { items: tables.map((table) => ({ ...table, all: count })), next }
  })
  const usual = menu.instead[date]?.[setId] ?? menu.sets.find(({ id }) => id === setId)
  const draft = useDraft(nameOfDraft(at, `change ${date} ${setId}`), draftOfSet(usual), draftHours)
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState<'price' | 'why' | null>(null)
  const change = useAct('meals.changeOrderedSet')
  const becomes = contentOf(draft.value, usual)
  if (who.found.state !== 'ready') return <PageFrame title="菜单" load={who.found} dense />
  const tables = who.found.data.items
  const count = tables[0]?.all ?? 0

  const send = async (reason: string) => {
    if (!becomes) return
    const week = await change.run({ ...ofSet, rev: menu.rev, becomes, count, reason })
    if (week) {
      draft.discard()
      return onChanged(week, { at: 'week' })
    }
    onOutdated()
    void who.found.reload()
  }
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        <>
          {isTried && !becomes && <Notice>上面还有没写好的，请看一看。</Notice>}
          <Button
            onTap={() => {
              setTried(true)
              if (becomes) setAsking(isMuchOther(menu, usual, becomes) ? 'price' : 'why')
            }}
          >
            改好了，写为什么改
          </Button>
        </>
      }
      second={<BackToWeek go={go} />}
    >
      <Title>{`改${fullDay(date)}的${usual?.name ?? '套餐'}`}</Title>
      <Heading>{count > 0 ? `已经有 ${count} 人订了` : '还没有人订'}</Heading>
      {tables.map(({ stationId, stationName, count: here, names }) => (
        <Card key={stationId}>
          <View className="kitchen-card">
            <Lead>{`${stationName} ${here} 份`}</Lead>
            {names && <View className="kitchen-line">{names.join('、')}</View>}
          </View>
        </Card>
      ))}
      <More found={who.found} more={who.more}>
        再看几家
      </More>
      <Soft>
        {count > 0
          ? '这次改动和原因会发给订了的人；没有收到消息的，会请驿站告诉一声。订好的都还在，价钱还是原来的。'
          : '这一天的改了，再订的人看到的就是新的。'}
      </Soft>
      <Heading>这一天改成</Heading>
      <SetFields
        menu={menu}
        value={draft.value}
        troubles={isTried ? setTroubles(draft.value) : {}}
        onChange={draft.write}
      />
      {isAsking === 'price' && usual && becomes && (
        <AskPrice
          before={usual}
          after={becomes}
          trouble={null}
          isPending={false}
          onYes={() => setAsking('why')}
          onClose={() => setAsking(null)}
        />
      )}
      {isAsking === 'why' && (
        <ReasonSheet
          title="为什么改？"
          label={count > 0 ? '为什么改（订了的老人和家人看得到）' : '为什么改'}
          answers={['今天没有买到', '数量不够了', '天气太热，换一道']}
          button="改掉这一天的"
          act={change.code === 'SET_ORDERED' ? { ...change, trouble: otherCount } : change}
          onGive={(reason) => void send(reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </PageFrame>
  )
}

const otherCount = '订的份数刚刚变了，还没有改。请看一看现在订了几份，再点一次。'
