import { View } from '@tarojs/components'
import type { Application } from '#types/eligibility/applications'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { appliedWord, spanWord } from '@/services/application-words'
import { useAct } from '@/services/use-act'
import { decisionOf, endOf, type Wish } from './wish'

interface Props {
  application: Application
  wish: Wish
  /** Whether the photos were opened on this page. */
  isSeen: boolean
  onClose(): void
  onDecided(application: Application): void
  onOutdated(): void
}

/** What is going to happen, before it does. */
export function Sure({ application, wish, isSeen, onClose, onDecided, onOutdated }: Props) {
  const decide = useAct('eligibility.decide')
  const decision = decisionOf(application, wish)
  if (!decision) return null
  const { title, told, after, yes } = telling(application, wish)[decision.verdict]
  const sure = async () => {
    const decided = await decide.run(decision)
    if (!decided) return onOutdated()
    buzz()
    onDecided(decided)
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      trouble={decide.trouble}
      action={
        <Button pending={decide.isPending} onTap={() => void sure()}>
          {yes}
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          再看一看
        </Button>
      }
    >
      {!isSeen && <Notice kind="warn">照片还没有打开看过。先看一看材料齐不齐、清不清楚，再答复。</Notice>}
      <Soft>{`申请的是“${appliedWord(application)}”。家人会看到：`}</Soft>
      <View className="strong">{told}</View>
      <Soft>{after}</Soft>
    </Sheet>
  )
}

interface Told {
  title: string
  told: string
  after: string
  yes: string
}

function telling(application: Application, wish: Wish): Record<NonNullable<Wish['verdict']>, Told> {
  const { elderName } = application
  const what = `“${appliedWord(application)}”`
  return {
    approve: {
      title: `同意${elderName}的申请吗？`,
      told: `通过了，${spanWord(wish.from, endOf(wish) || null)}。`,
      after: `从那天起，${elderName}的饭钱和服务都按${what}来算。记的是您同意的，不能收回，只能到期或者由驿站改。`,
      yes: '确定同意',
    },
    return: {
      title: `退回给${elderName}补材料吗？`,
      told: [...wish.missing, wish.more.trim()].filter(Boolean).join('；'),
      after: '他们补好再交，就重新排进“待看”。以前交的照片还在，不用再拍。',
      yes: '确定退回',
    },
    refuse: {
      title: `不同意${elderName}的申请吗？`,
      told: wish.reason.trim(),
      after: '他们还会看到怎么申请复查。记的是您不同意的，不能收回；他们可以再申请一次。',
      yes: '确定不同意',
    },
  }
}
