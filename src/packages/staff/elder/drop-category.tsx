import { View } from '@tarojs/components'
import { ReasonSheet } from '@/components/reason-sheet'

interface Props {
  /** 低保 */
  word: string
  act: { trouble: string | null; isPending: boolean }
  onClose(): void
  onDrop(reason: string): Promise<void>
}

export function DropCategory({ word, act, onClose, onDrop }: Props) {
  return (
    <ReasonSheet
      title={`去掉${word}`}
      label="为什么去掉"
      answers={['已经到期', '现在不符合了', '登记错了']}
      missing="选一个原因，或者写一句。"
      button={`去掉${word}`}
      act={act}
      onGive={(reason) => void onDrop(reason)}
      onClose={onClose}
      before={<View>去掉以后，从下一次订餐起，不再按这个类别算价钱。以前订的不变。</View>}
    />
  )
}
