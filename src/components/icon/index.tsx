import { View } from '@tarojs/components'
import { aria } from '../aria'
import type { IconName } from './names'
import './index.scss'

interface Props {
  name: IconName
  /** px at font factor 1 */
  size?: number
}

/** A drawing in the colour of the text around it. It only repeats a word beside it, so readers skip it. */
export function Icon({ name, size = 28 }: Props) {
  const side = `calc(${size}px * var(--k-icon))`
  return (
    <View className={`icon icon-${name}`} style={{ width: side, height: side }} {...aria({ hidden: true })} />
  )
}
