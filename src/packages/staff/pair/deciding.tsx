import { useState } from 'react'
import type { SideBySide } from '#types/people/likenesses'
import { likenessSignWord } from '#types/words/people/likenesses/signs'
import { Button } from '@/components/button'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { ApartSheet } from './apart-sheet'
import { JoinSheet } from './join-sheet'
import type { PairProps } from './pair-props'
import { SideCard, whichWord } from './side-card'
import { Twice } from './twice'

/** What tells the two apart, and the two answers. */
export function Deciding({ title, pair, onPair, reload }: PairProps) {
  const [asking, setAsking] = useState<'join' | 'apart' | null>(null)
  const settle = (after: SideBySide) => {
    setAsking(null)
    onPair(after)
  }
  const isTwice = pair.twice.length > 0
  return (
    <PageFrame
      title={title}
      dense
      action={isTwice ? null : <Button onTap={() => setAsking('join')}>是同一位</Button>}
    >
      <Soft>{`${sameWord(pair)}${doorWord(pair)}`}</Soft>
      {pair.sides.map((side, nth) => (
        <SideCard key={side.elderId} side={side} which={whichWord(nth)} />
      ))}
      {isTwice && <Twice pair={pair} onCancelled={reload} />}
      <Soft small>拿不准的，先给老人或者家人打个电话问一问。</Soft>
      <Button kind="second" onTap={() => setAsking('apart')}>
        不是同一位
      </Button>
      {asking === 'join' && <JoinSheet pair={pair} onClose={() => setAsking(null)} onJoined={settle} />}
      {asking === 'apart' && <ApartSheet pair={pair} onClose={() => setAsking(null)} onApart={settle} />}
    </PageFrame>
  )
}

/** 名字、出生日期一样。 The building is said with the door. */
function sameWord({ signs }: SideBySide): string {
  const same = signs.filter((sign) => sign !== 'building').map((sign) => likenessSignWord[sign])
  return same.length > 0 ? `${same.join('、')}一样。` : ''
}

function doorWord({ signs, isSameDoor }: SideBySide): string {
  if (isSameDoor) return '楼栋和门牌号都一样。'
  return signs.includes('building') ? '楼栋一样，门牌号不一样。' : '楼栋不一样。'
}
