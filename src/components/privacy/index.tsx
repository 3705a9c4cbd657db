import { View } from '@tarojs/components'
import { canOpenPrivacyGuide, openPrivacyGuide } from '@/platform/privacy'
import { agree, type Private, refuse } from '@/services/privacy'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { keepWhole } from '../text/whole'
import { AgreeButton } from './agree-button'

interface Props {
  /** What is going to be asked for: 手机号, 位置, 照片. */
  asks: readonly Private[]
  onAgree(): void
  onRefuse(): void
}

/** What can be done all the same. */
const instead: Record<Private, string> = {
  手机号: '手机号可以自己填',
  位置: '驿站可以按名字找',
  照片: '材料可以带到驿站，请工作人员来拍',
}

/**
 * WeChat's privacy question, before the first thing that needs it and only after a tap that asks for that thing. It keeps
 * the answer for `usePrivacy` by itself; closing it is a no. Render it only while it is asked.
 */
export function PrivacyGate({ asks, onAgree, onRefuse }: Props) {
  const sayYes = () => {
    agree()
    onAgree()
  }
  const sayNo = () => {
    refuse()
    onRefuse()
  }
  return (
    <Sheet
      title="先看一看隐私说明"
      onClose={sayNo}
      action={<AgreeButton onAgree={sayYes}>看过了，同意</AgreeButton>}
      second={
        <Button kind="second" onTap={sayNo}>
          先不同意
        </Button>
      }
    >
      <View>{`接下来会用到您的${asks.join('、')}。怎么用、存多久，都写在隐私说明里。`}</View>
      {canOpenPrivacyGuide && (
        <Button kind="second" icon="shield-check" onTap={openPrivacyGuide}>
          打开隐私说明
        </Button>
      )}
      <View>
        {keepWhole(`不同意也行：驿站和菜单照样看，${asks.map((ask) => instead[ask]).join('，')}。`)}
      </View>
    </Sheet>
  )
}
