import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { SideBySide } from '#types/people/likenesses'
import { likenessStateWord } from '#types/words/people/likenesses/states'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { reveal } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, untilWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import type { PairProps } from './pair-props'
import { registeredWord, SideCard, whichWord } from './side-card'

/** What was said of the two, and the way back as long as there is one. */
export function Settled({ title, pair, onPair }: PairProps) {
  const undo = useAct('people.undoJoin')
  const part = async () => {
    const parted = await undo.run({ pairId: pair.id })
    if (parted) onPair(parted)
  }
  const { state, decided, undoUntil } = pair
  useEffect(() => reveal(saidId), [])
  const stays = pair.sides.find(({ elderId }) => elderId === pair.staysId)
  const by = decided ? `${decided.by}${dayWord(dateOf(decided.at), dateOf(cloudNow()))}核对的。` : ''
  const isJoined = state === 'joined'
  return (
    <PageFrame title={title} dense>
      <View id={saidId}>
        <Notice kind={isJoined ? 'ok' : 'info'}>{saidWord(pair)}</Notice>
      </View>
      {isJoined && (
        <>
          {stays && (
            <Soft>{`以后用${stays.name}的这一份：${registeredWord(stays)}，${stays.stationName}。`}</Soft>
          )}
          <Soft>过敏、忌口和联系人，请到这一份登记里再核对一遍。</Soft>
        </>
      )}
      <Soft small>{by}</Soft>
      {undoUntil && (
        <>
          <Soft small>{`弄错了，${untilWord(undoUntil, cloudNow())}能${backWord(pair)}。`}</Soft>
          {isJoined && (
            <Soft small>
              合好以后新订的餐，都留在以后用的那一份里。请人上门的，看看是去谁家，不对的再请一次。
            </Soft>
          )}
          {undo.trouble && <Notice>{undo.trouble}</Notice>}
          <Button kind="second" pending={undo.isPending} onTap={() => void part()}>
            {`弄错了，${backWord(pair)}`}
          </Button>
        </>
      )}
      {pair.sides.map((side, nth) => (
        <SideCard key={side.elderId} side={side} which={whichWord(nth)} />
      ))}
    </PageFrame>
  )
}

const saidId = 'pair-said'

const saidWord = ({ state, undoUntil }: SideBySide): string => {
  if (state === 'joined') return `${likenessStateWord[state]}。`
  return undoUntil
    ? `记下了：${likenessStateWord[state]}。`
    : `记下了：${likenessStateWord[state]}。以后不会再问。`
}

const backWord = ({ state }: SideBySide): string => (state === 'joined' ? '分开' : '收回')
