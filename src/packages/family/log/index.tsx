import { useRouter } from '@tarojs/taro'
import type { ActFor } from '#types/people'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { useAllowing } from '@/services/use-allowing'
import { callWord } from '@/services/words'
import { isOwnOrGuardian, OfElder } from '../of-elder'
import { Lines } from './lines'
import './index.scss'

/** 谁为我办了什么: everything that was done for an elder, and who looked. */
export default function Log() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  return (
    <OfElder title="谁为我办了什么" elderId={elderId}>
      {(elder) => {
        const who = callWord(elder)
        const title = who === '您' ? '谁为我办了什么' : `谁为${who}办了什么`
        if (isOwnOrGuardian(elder) || elder.scopes.includes('log')) {
          return <Lines key={elder.id} elder={elder} title={title} />
        }
        return <MayNotRead elder={elder} title={title} />
      }}
    </OfElder>
  )
}

function MayNotRead({ elder, title }: { elder: ActFor; title: string }) {
  const allowing = useAllowing(elder)
  return (
    <PageFrame title={title}>
      <Empty
        icon="shield-check"
        title={`${callWord(elder)}还没有同意您看这些`}
        hint={`谁办过什么、谁看过资料，要老人同意才能看。${allowing?.words ?? ''}`}
      />
    </PageFrame>
  )
}
