import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  /** What it is; its value stands at the other end of the line, or beneath where both do not fit. */
  rows: readonly { name: string; value: ReactNode; isGood?: boolean }[]
}

/** Names and values, line by line: 时间 … 11月22日 周日 11:30. */
export function Facts({ rows }: Props) {
  return (
    <View className="facts">
      {rows.map((row) => (
        <View key={row.name} className="facts-row">
          <View className="facts-name">{keepWhole(row.name)}</View>
          <View className={row.isGood ? 'facts-value facts-good' : 'facts-value'}>
            {keepWhole(row.value)}
          </View>
        </View>
      ))}
    </View>
  )
}
