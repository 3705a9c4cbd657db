import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import './big-code.scss'

interface Props {
  /** What it opens, for readers: 卡号. */
  name: string
  /** Eight digits. */
  code: string
}

/** Digits to be read across a counter or dictated on the telephone. */
export function BigCode({ name, code }: Props) {
  return (
    <View className="big-code" {...aria({ role: 'img', label: `${name} ${code.split('').join(' ')}` })}>
      <Text>{code.slice(0, 4)}</Text>
      <Text>{code.slice(4)}</Text>
    </View>
  )
}
