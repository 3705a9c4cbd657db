import type { ReactNode } from 'react'
import type { ElderFile } from '#types/people/elders'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'

interface Props {
  /** The subject, in the bar: 住址. */
  title: string
  file: ElderFile
  children: ReactNode
  action?: ReactNode
  second?: ReactNode
}

/** One subject of an elder's registration, under her name, so that nobody changes another's. */
export function Subject({ title, file, children, action, second }: Props) {
  return (
    <PageFrame title={title} dense action={action} second={second}>
      <Title>
        {file.name} · {file.age} 岁
      </Title>
      <Soft>{file.building}</Soft>
      {children}
    </PageFrame>
  )
}
