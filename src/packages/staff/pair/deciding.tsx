import { useState } from 'react'
import { likenessSignWord } from '#types/words/people/likenesses/signs'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { JoinSheet } from './join-sheet'
import type { PairProps } from './pair-props'
import { SideCard } from './side-card'
import { Twice } from './twice'

/** What tells the two apart, and the two answers. */
export function Deciding({ title, pair, onPair, reload }: PairProps) {
  const [isJoining, setJoining] = useState(false)
  const apart = useAct('people.setApart')
  const setApart = async () => {
    const after = await apart.run({ pairId: pair.id })
    if (after) onPair(after)
  }
  const isTwice = pair.twice.length > 0
  return (
    <PageFrame
      title={title}
      dense
      action={isTwice ? null : <Button onTap={() => setJoining(true)}>是同一位</Button>}
    >
      <Soft>{`${pair.signs.map((sign) => likenessSignWord[sign]).join('、')}一样。${doorWord(pair.isSameDoor)}`}</Soft>
      {pair.sides.map((side) => (
        <SideCard key={side.elderId} side={side} />
      ))}
      {isTwice && <Twice pair={pair} onCancelled={reload} />}
      <Soft small>拿不准的，先给老人或者家人打个电话问一问。</Soft>
      {apart.trouble && <Notice>{apart.trouble}</Notice>}
      <Button kind="second" pending={apart.isPending} onTap={() => void setApart()}>
        不是同一位
      </Button>
      {isJoining && (
        <JoinSheet
          pair={pair}
          onClose={() => setJoining(false)}
          onJoined={(after) => {
            setJoining(false)
            onPair(after)
          }}
        />
      )}
    </PageFrame>
  )
}

const doorWord = (isSame: boolean) => (isSame ? '楼栋和门牌号都一样。' : '楼栋或者门牌号不一样。')
