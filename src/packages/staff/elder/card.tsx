import { useState } from 'react'
import type { Card } from '#types/people/elders'
import { Button } from '@/components/button'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { ElderCard } from '@/components/qr-card'
import { saveCard } from '@/components/qr-card/save-card'
import { Soft } from '@/components/text'
import { useCloud } from '@/services/use-loaded'
import type { PartProps } from './part'
import { RenewCard } from './renew-card'
import { Subject } from './subject'

/** Her card: to be printed, handed over, and made worthless when it is lost. */
export function CardPart({ file }: PartProps) {
  const card = useCloud('people.card', { elderId: file.id })
  const [isRenewing, setRenewing] = useState(false)
  const [isRenewed, setRenewed] = useState(false)
  return (
    <Subject title="服务卡" file={file} action={card.state === 'ready' && <Save card={card.data} />}>
      {isRenewed && <Notice kind="ok">换好了，旧卡不能再用。请把新的一张交给老人。</Notice>}
      <LoadedPart load={card}>
        {(shown) => (
          <>
            <ElderCard {...shown} />
            <Soft>卡上没有电话、住址和身份证号。拿着它到驿站，马上就能找到人。</Soft>
            <Button kind="second" onTap={() => setRenewing(true)}>
              卡丢了，换一张
            </Button>
            {isRenewing && (
              <RenewCard
                card={shown}
                onClose={() => setRenewing(false)}
                onRenewed={(fresh) => {
                  if (card.state === 'ready') card.put(fresh)
                  setRenewed(true)
                }}
              />
            )}
          </>
        )}
      </LoadedPart>
    </Subject>
  )
}

/** As a picture among the others of the phone: from there it is printed or sent. */
function Save({ card }: { card: Card }) {
  const [isSaved, setSaved] = useState<boolean | null>(null)
  const save = async () => setSaved(await saveCard(card))
  return (
    <>
      {isSaved === true && <Notice kind="ok">存好了，在手机相册里，可以打印。</Notice>}
      {isSaved === false && <Notice>没有存成。可以截屏，或者把八位卡号抄给老人。</Notice>}
      <Button onTap={() => void save()}>存成图片，好打印</Button>
    </>
  )
}
