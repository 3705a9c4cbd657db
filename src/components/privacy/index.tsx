import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { openPrivacyGuide, privacySetting } from '@/services/platform'
import { Button } from '../button'
import { Sheet } from '../sheet'
import { AgreeButton } from './agree-button'

export type PrivacyState = 'unknown' | 'needed' | 'agreed' | 'refused'

/** Where WeChat's privacy guide stands for this person, and a way to read it. */
export function usePrivacy(): { state: PrivacyState; agree(): void; refuse(): void; open(): void } {
  const [state, setState] = useState<PrivacyState>('unknown')
  useEffect(() => {
    let isOver = false
    void privacySetting().then((isNeeded) => {
      if (!isOver) setState(isNeeded ? 'needed' : 'agreed')
    })
    return () => {
      isOver = true
    }
  }, [])
  return {
    state,
    agree: () => setState('agreed'),
    refuse: () => setState('refused'),
    open: openPrivacyGuide,
  }
}

interface Props {
  /** What is going to be asked for: 手机号, 位置. */
  asks: readonly string[]
  onAgree(): void
  onRefuse(): void
}

/** Asks for WeChat's own agreement before the first thing that needs it. Refusing keeps everything else working. */
export function PrivacyGate({ asks, onAgree, onRefuse }: Props) {
  return (
    <Sheet
      title="先看一看隐私说明"
      onClose={onRefuse}
      action={
        <>
          <AgreeButton onAgree={onAgree}>看过了，同意</AgreeButton>
          <Button kind="second" onTap={onRefuse}>
            先不同意
          </Button>
        </>
      }
    >
      <View>{`接下来会用到您的${asks.join('、')}。怎么用、存多久，都写在隐私说明里。`}</View>
      <Button kind="quiet" onTap={openPrivacyGuide}>
        打开隐私说明
      </Button>
      <View>不同意也能看驿站、看菜单；手机号可以自己填，位置用您家附近的驿站代替。</View>
    </Sheet>
  )
}
