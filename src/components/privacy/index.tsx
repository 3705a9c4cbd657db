import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { canOpenPrivacyGuide, isPrivacyAsked, keepPrivacyYes, openPrivacyGuide } from '@/platform/privacy'
import { createStore, useStore } from '@/services/store'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { keepWhole } from '../text/whole'
import { AgreeButton } from './agree-button'

type PrivacyState = 'unknown' | 'needed' | 'agreed' | 'refused'

interface Privacy {
  /** `needed`: nobody was asked on this visit; `refused`: they said no, and are not asked again on this visit. */
  state: PrivacyState
  agree(): void
  refuse(): void
  /** Opens WeChat's privacy guide; a browser has none. */
  open(): void
}

/** What was answered on this visit; all pages know it. */
const answer = createStore<'agreed' | 'refused' | null>(null)

const agree = () => {
  keepPrivacyYes()
  answer.set('agreed')
}
const refuse = () => answer.set('refused')

/** Where WeChat's privacy guide stands for this person. Nothing but what needs it depends on the answer. */
export function usePrivacy(): Privacy {
  const answered = useStore(answer)
  const [isAsked, setAsked] = useState<boolean | null>(null)
  useEffect(() => {
    let isOver = false
    void isPrivacyAsked().then((asked) => {
      if (!isOver) setAsked(asked)
    })
    return () => {
      isOver = true
    }
  }, [])
  return { state: stateOf(isAsked, answered), agree, refuse, open: openPrivacyGuide }
}

function stateOf(isAsked: boolean | null, answered: 'agreed' | 'refused' | null): PrivacyState {
  if (isAsked === false) return 'agreed'
  return answered ?? (isAsked === null ? 'unknown' : 'needed')
}

interface Props {
  /** What is going to be asked for: 手机号, 位置, 照片. */
  asks: readonly ('手机号' | '位置' | '照片')[]
  onAgree(): void
  onRefuse(): void
}

/** What can be done all the same. */
const instead: Record<Props['asks'][number], string> = {
  手机号: '手机号可以自己填',
  位置: '附近的驿站按您家的地址来找',
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
