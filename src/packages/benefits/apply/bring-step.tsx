import { View } from '@tarojs/components'
import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Lead, Soft, Title } from '@/components/text'
import { longDate } from '@/services/dates'
import type { Whom } from './for-whom'

interface Props {
  whom: Whom
  offered: Applicable
  word: string
  papers: readonly string[]
  returned: Application | null
  /** Photos that are there from before. */
  kept: number
}

/** What to have at hand before the first photo. */
export function BringStep({ whom, offered, word, papers, returned, kept }: Props) {
  return (
    <>
      <Title>{returned ? '还缺这几样' : '先把这几样找出来'}</Title>
      <Soft>{`${whom.word === '您' ? '' : `替${whom.name}`}申请认定“${word}”。`}</Soft>
      {kept > 0 && (
        <Notice kind="info">{`上次传上去的 ${kept} 张照片还留着，不用再拍，接着往下走就行。`}</Notice>
      )}
      {returned?.reason && <Notice kind="info">{`看材料的人说：${returned.reason}`}</Notice>}
      {offered.held && <Notice kind="info">{heldWords(word, offered.held.to)}</Notice>}
      <Card>
        <View className="apply-papers">
          {papers.map((paper) => (
            <View key={paper} className="apply-row">
              <Icon name="clipboard-list" />
              <View className="apply-row-words">
                <Lead>{paper}</Lead>
              </View>
            </View>
          ))}
        </View>
      </Card>
      <View>
        {returned
          ? '补上就行，以前交的不用再拍。'
          : '用手机一样一样拍下来，不用跑一趟。至少拍一张，别的现在没有，先空着也能发出去。'}
      </View>
      <Soft>照片只有看材料的人能打开，谁打开过都会记下来。</Soft>
    </>
  )
}

const heldWords = (word: string, to: string | null): string =>
  to === null ? `现在已经认定是“${word}”，长期有效。` : `现在已经认定是“${word}”，到 ${longDate(to)}为止。`
