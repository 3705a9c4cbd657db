import { View } from '@tarojs/components'
import type { Notice } from '#types/notices'
import type { Me } from '#types/people'
import { noticeWord } from '#types/words/notices'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice as Said } from '@/components/notice'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { openAsking } from '@/services/news'
import { whoseRecord } from '@/services/person'
import { useAct } from '@/services/use-act'
import { callWord } from '@/services/words'
import { pageOf } from './page-of'

/** So many are shown at once, the latest first; the others follow when these were read. */
const SHOWN = 3

/** What WeChat could not bring to this person, until they say that they have read it. */
export function Notices({ me, onRead }: { me: Me; onRead(): Promise<void> }) {
  const seen = useAct('people.seen')
  const latestFirst = [...me.notices].reverse()
  const shown = latestFirst.slice(0, SHOWN)
  if (shown.length === 0) return null

  const read = async () => {
    const noticeIds = shown.map(({ id }) => id)
    if (await seen.run({ noticeIds })) await onRead()
  }
  return (
    <Card>
      <View className="soft">
        {me.notices.length > SHOWN
          ? `微信没能发给您的消息，一共 ${me.notices.length} 条`
          : '微信没能发给您的消息'}
      </View>
      {shown.map((notice) => (
        <ListRow
          key={notice.id}
          title={titleOf(notice, me)}
          hint={whenWord(notice.at, cloudNow())}
          onTap={() => {
            const { page, params } = pageOf(notice, me)
            openAsking(page, params)
          }}
        />
      ))}
      {seen.trouble && <Said>{seen.trouble}</Said>}
      <Button kind="second" pending={seen.isPending} onTap={() => void read()}>
        {latestFirst.length > SHOWN ? '这几条看过了' : '看过了'}
      </Button>
      {latestFirst.length > SHOWN && <Soft small>看过了，就换下面的几条。</Soft>}
    </Card>
  )
}

function titleOf({ kind, elderId }: Notice, { elders }: Me): string {
  const elder = whoseRecord(elders, elderId)
  return elder && elder.relation !== 'self' ? `${callWord(elder)}：${noticeWord[kind]}` : noticeWord[kind]
}
