import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Me } from '#types/people'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { useShareCards } from '@/platform/share'
import { useCloud } from '@/services/use-loaded'
import { AtStation } from '../at-station'
import { FindElder } from '../find-elder'
import { OfAnother } from './of-another'
import { Overview } from './overview'
import { parts } from './parts'

const title = '老人的登记'

export default function Elder() {
  const { elderId, part } = useRouter<{ elderId?: string; part?: string }>().params
  useShareCards()
  return (
    <AtStation title={title}>
      {({ stationId }, me) =>
        elderId ? (
          <Registration stationId={stationId} me={me} elderId={elderId} part={part} />
        ) : (
          <Search stationId={stationId} />
        )
      }
    </AtStation>
  )
}

/** Without an elder in the address: who is it about? */
function Search({ stationId }: { stationId: string }) {
  const [text, setText] = useState('')
  return (
    <FindElder
      title="找老人"
      stationId={stationId}
      text={text}
      onText={setText}
      onFound={({ id }) => open('packages/staff/elder', { stationId, elderId: id })}
    />
  )
}

interface Props {
  stationId: string
  me: Me
  elderId: string
  part: string | undefined
}

/** Every subject is an address of its own, so that the phone's own way back leads to the overview. */
function Registration({ stationId, me, elderId, part }: Props) {
  const file = useCloud('people.file', { elderId })
  if (file.state === 'failed' && file.code === 'FORBIDDEN')
    return <OfAnother title={title} stationId={stationId} />
  if (file.state !== 'ready') return <PageFrame title={title} load={file} dense />
  const Part = parts[part ?? ''] ?? Overview
  return (
    <Part
      stationId={stationId}
      me={me}
      file={file.data}
      onFile={file.put}
      onOutdated={() => void file.reload()}
    />
  )
}
