import type { ConsentState, Purpose } from '#types/people/elders'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Lead, Soft, Strong } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'

/** What is deleted at once, and what then is still possible. */
const losses: Record<Exclude<Purpose, 'service'>, { gone: string; still: string }> = {
  health: {
    gone: '忌口、过敏、能力等级会马上删掉。',
    still: '还能订餐、请人上门，只是备餐的人不知道要注意什么。',
  },
  category: {
    gone: '身份类别会马上删掉，补贴也没有了。',
    still: '还能订餐，按原价付。以后想要补贴，要再带证件到驿站。',
  },
  location: {
    gone: '住处在地图上的位置会马上删掉，改用驿站的位置。',
    still: '还能订餐、请人上门，只是算不准离得多远。',
  },
}

interface Props {
  elderId: string
  consent: ConsentState
  onClose(): void
  onWithdrawn(all: ConsentState[]): void
  onErase(): void
}

/** Asks once more, saying exactly what goes. */
export function Withdraw({ elderId, consent, onClose, onWithdrawn, onErase }: Props) {
  const { purpose, title, version, asideUntil } = consent
  const withdraw = useAct('people.consent')
  if (purpose === 'service') {
    return (
      <Sheet
        title="这一项不能单独去掉"
        onClose={onClose}
        action={<Button onTap={onErase}>去注销登记</Button>}
        second={
          <Button kind="second" onTap={onClose}>
            不改，留着
          </Button>
        }
      >
        <Soft>没有这一项，订餐、请人上门都办不了。以后不想用了，就注销登记，所有资料都会删掉。</Soft>
      </Sheet>
    )
  }
  const sure = async () => {
    const agreed = { purpose, version: consent.given?.version ?? version }
    const all = await withdraw.run({ elderId, agreed, isGiven: false })
    if (all) onWithdrawn(all)
  }
  const { gone, still } = losses[purpose]
  return (
    <Sheet
      title="不再同意这一项吗？"
      onClose={onClose}
      trouble={withdraw.trouble}
      action={
        <Button pending={withdraw.isPending} onTap={() => void sure()}>
          不同意，删掉
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          不改，留着
        </Button>
      }
    >
      <Lead>{title}</Lead>
      <Strong>{gone}</Strong>
      {asideUntil && (
        <Soft>{`登记过两次、刚合成一份的，另一份里写的先不再用，${whenWord(asideUntil, cloudNow())} 以后再删。`}</Soft>
      )}
      <Soft>{still}</Soft>
      <Soft>以后想用，可以再同意，内容要重新填。</Soft>
    </Sheet>
  )
}
