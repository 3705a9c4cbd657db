import { useRouter } from '@tarojs/taro'
import { PageFrame } from '@/components/page-frame'
import { call } from '@/services/cloud'
import { useLoaded } from '@/services/use-loaded'
import { AnsweringFor } from '../answering-for'
import { Deciding } from './deciding'
import { Settled } from './settled'
import './index.scss'

const title = '是不是同一位老人'

/** Two registrations side by side: whoever answers for both says whether they are of one person. */
export default function Pair() {
  const { pairId = '' } = useRouter<{ pairId?: string }>().params
  return <AnsweringFor title={title}>{() => <Sides key={pairId} pairId={pairId} />}</AnsweringFor>
}

function Sides({ pairId }: { pairId: string }) {
  const pair = useLoaded(`pair ${pairId}`, () => call('people.sideBySide', { pairId }))
  if (pair.state !== 'ready') return <PageFrame title={title} load={pair} dense />
  const props = { title, pair: pair.data, onPair: pair.put, reload: () => void pair.reload() }
  return pair.data.state === 'found' ? <Deciding {...props} /> : <Settled {...props} />
}
