import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Card } from '#types/people/elders'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { ElderCard } from '@/components/qr-card'
import { saveCard } from '@/components/qr-card/save-card'
import { Soft, Title } from '@/components/text'
import { useCloud } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { isOwnOrGuardian } from '../of-elder'
import { Renew } from './renew'

export function CardOf({ elder }: { elder: ActFor }) {
  const card = useCloud('people.card', { elderId: elder.id })
  const [isAsking, setAsking] = useState(false)
  const [isRenewed, setRenewed] = useState(false)
  const who = callWord(elder)
  return (
    <PageFrame title="服务卡" load={card} action={(shown) => <Save card={shown} />}>
      {(shown) => (
        <>
          <Title>{who === '您' ? '您的服务卡' : `${who}的服务卡`}</Title>
          {isRenewed && <Notice kind="ok">换好了。旧卡不能再用，请把这一张存下来。</Notice>}
          <ElderCard {...shown} />
          <Soft>到驿站给工作人员看这张卡，马上就能办。卡上没有电话、住址和身份证号。</Soft>
          {isOwnOrGuardian(elder) ? (
            <Button kind="second" onTap={() => setAsking(true)}>
              卡丢了，换一张
            </Button>
          ) : (
            <Soft>{`卡丢了，请${who}自己换一张，或者到驿站换。`}</Soft>
          )}
          {isAsking && (
            <Renew
              card={shown}
              onClose={() => setAsking(false)}
              onRenewed={(fresh) => {
                setAsking(false)
                setRenewed(true)
                if (card.state === 'ready') card.put(fresh)
              }}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

/** Keeps the card among the pictures of the phone, from where it can be sent and printed. */
function Save({ card }: { card: Card }) {
  const [saved, setSaved] = useState<'yes' | 'no' | null>(null)
  const save = async () => setSaved((await saveCard(card)) ? 'yes' : 'no')
  return (
    <>
      {saved === 'yes' && <Notice kind="ok">存好了。在手机的相册里能找到，可以发给家人，也可以打印。</Notice>}
      {saved === 'no' && <Notice>没有存成。可以直接截屏，或者到驿站领一张纸的。</Notice>}
      <Button onTap={() => void save()}>存成图片</Button>
    </>
  )
}
