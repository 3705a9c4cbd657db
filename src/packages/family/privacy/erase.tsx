import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Erased } from '#types/people/privacy'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { Sheet } from '@/components/sheet'
import { Soft, Strong } from '@/components/text'
import { openTab } from '@/platform/navigation'
import { useAct } from '@/services/use-act'
import { callWord } from '@/services/words'

interface Props {
  elder: ActFor
  onClose(): void
  onErased(erased: Erased): void
}

/** The end of a registration: nothing brings it back, so it takes two deliberate taps. */
export function Erase({ elder, onClose, onErased }: Props) {
  const erase = useAct('people.erase')
  const [known, setKnown] = useState<'known'[]>([])
  const who = callWord(elder)
  const sure = async () => {
    const erased = await erase.run({ elderId: elder.id })
    if (erased) onErased(erased)
  }
  return (
    <Sheet
      title={who === '您' ? '要注销您的登记吗？' : `要注销${who}的登记吗？`}
      onClose={onClose}
      trouble={erase.trouble}
      action={
        known.length > 0 ? (
          <Button pending={erase.isPending} onTap={() => void sure()}>
            确定注销
          </Button>
        ) : (
          <Button disabled onTap={() => undefined}>
            先点上面那一句
          </Button>
        )
      }
      second={
        <Button kind="second" onTap={onClose}>
          不注销，留着
        </Button>
      }
    >
      <Strong>{`${elder.name}的资料会马上删掉，找不回来。`}</Strong>
      <View>电话、住址、身份证号、忌口和身份类别都会删掉。服务卡不能再用，家人也不能再替着办。</View>
      <Soft>还没办完的订餐和上门，要先取消。以后想用，要重新登记。</Soft>
      <Checks
        label="注销以前"
        options={[{ value: 'known', word: '我知道找不回来' }]}
        values={known}
        onChange={setKnown}
      />
      {erase.code === 'STILL_BOOKED' && (
        <Button kind="second" icon="calendar-check" onTap={() => openTab('pages/bookings')}>
          去看我的预约
        </Button>
      )}
    </Sheet>
  )
}
