import { View } from '@tarojs/components'
import type { ConsentState } from '#types/people/elders'
import { decisionWayWord } from '#types/words/people/privacy/decision-ways'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { dateOf, longDate } from '@/services/dates'
import { useAct } from '@/services/use-act'

interface Props {
  elderId: string
  consent: ConsentState
  onChanged(all: ConsentState[]): void
  /** Another text is in force by now. */
  onOutdated(): void
  onWithdraw(): void
}

export function ConsentCard({ elderId, consent, onChanged, onOutdated, onWithdraw }: Props) {
  const { purpose, version, title, text, given, isOfOther } = consent
  const agree = useAct('people.consent')
  const isOld = given !== null && given.version !== version

  const yes = async () => {
    const all = await agree.run({ elderId, agreed: { purpose, version }, isGiven: true })
    if (all) {
      buzz()
      onChanged(all)
    } else onOutdated()
  }
  return (
    <Card>
      <View className="privacy-card">
        <Lead>{title}</Lead>
        <Tags>
          <Tag kind={given ? (isOld ? 'wait' : 'ok') : 'plain'}>
            {given ? (isOld ? '同意过，说明换了新的' : '同意了') : '没有同意'}
          </Tag>
        </Tags>
        <View>{text}</View>
        {given && <Soft small>{givenWord(given)}</Soft>}
        {isOfOther && <Soft small>这是在另一份登记里同意的，只管那一份里写的内容。</Soft>}
        {agree.trouble && <Notice>{agree.trouble}</Notice>}
        {(!given || isOld || isOfOther) && (
          <Button
            pending={agree.isPending}
            label={`${isOld ? '同意新的说明' : '同意'}，${title}`}
            onTap={() => void yes()}
          >
            {isOld ? '同意新的说明' : '同意'}
          </Button>
        )}
        {given && (
          <Button kind="second" label={`不再同意，${title}`} onTap={onWithdraw}>
            不再同意
          </Button>
        )}
      </View>
    </Card>
  )
}

/** 王秀英 2026年11月3日 在纸上签字同意的，张静在场 */
function givenWord({ by, at, capacity, how, witness }: NonNullable<ConsentState['given']>): string {
  const who = capacity === 'guardian' ? `监护人${by}` : by
  return `${who} ${longDate(dateOf(at))} ${decisionWayWord[how]}同意的${witness ? `，${witness}在场` : ''}`
}
