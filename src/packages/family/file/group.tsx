import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ActFor } from '#types/people'
import type { ElderFile } from '#types/people/elders'
import { Card } from '@/components/card'
import { Heading } from '@/components/text'
import type { Revealed } from './reveal'

/** What every group of the file gets. */
export interface GroupProps {
  elder: ActFor
  file: ElderFile
  onReveal(field: Revealed): void
  onChange(subject: Subject): void
}

/** What is changed in a step of its own. */
export type Subject = 'phone' | 'home' | 'living' | 'food' | 'absences'

/** Facts that belong together, and what can be done about them. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="file-group">
      <Heading>{title}</Heading>
      <Card>
        <View className="file-card">{children}</View>
      </Card>
    </View>
  )
}
