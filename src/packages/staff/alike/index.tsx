import { Empty } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Heading, Soft } from '@/components/text'
import { useLoaded } from '@/services/use-loaded'
import { AnsweringFor } from '../answering-for'
import { loadAlike } from './load-alike'
import { PairCard } from './pair-card'
import './index.scss'

const title = '可能是同一位老人'

/** Registrations that may be of one person, for whoever answers for both. */
export default function Alike() {
  return <AnsweringFor title={title}>{() => <Pairs />}</AnsweringFor>
}

function Pairs() {
  const alike = useLoaded('alike', loadAlike)
  return (
    <PageFrame title={title} load={alike} dense>
      {({ pairs, waiting, lately }) => (
        <>
          {pairs.length === 0 ? (
            <Empty icon="users" title="没有要核对的" hint="两份登记很像的时候，会出现在这里。" />
          ) : (
            <Soft>{`${waiting} 对登记很像，见过的老人在前面。点开核对一下。`}</Soft>
          )}
          <LongList items={pairs}>{(pair) => <PairCard key={pair.id} pair={pair} />}</LongList>
          {lately.length > 0 && <Heading>刚核对过的</Heading>}
          {lately.map((pair) => (
            <PairCard key={pair.id} pair={pair} />
          ))}
        </>
      )}
    </PageFrame>
  )
}
