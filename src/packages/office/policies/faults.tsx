import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { ErrorDetail } from '#types/errors'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { reveal } from '@/platform/page'
import type { CallCode } from '@/services/cloud'
import { longDate } from '@/services/dates'
import './index.scss'

interface Props {
  /** What was tried last. */
  of: { trouble: string | null; code: CallCode | null; detail: ErrorDetail }
}

const faultsId = 'policy-faults'

/** Why a document cannot be stored. Above the text that it is about, and scrolled to, since that text is long. */
export function Faults({ of: { trouble, code, detail } }: Props) {
  const hasFailed = trouble !== null
  useEffect(() => {
    if (hasFailed) reveal(faultsId)
  }, [hasFailed])
  if (trouble === null) return null
  const faults = faultsIn(detail)
  return (
    <View id={faultsId} className="policy-faults">
      <Notice>{code === 'DATE_PAST' ? tooEarlyWords(detail) : trouble}</Notice>
      {faults.length > 0 && (
        <Card kind="warn">
          <View className="policy-fault-list" {...aria({ role: 'list', label: '要改的地方' })}>
            {faults.map((fault) => (
              <View key={fault} className="policy-fault" {...aria({ role: 'listitem' })}>
                {fault}
              </View>
            ))}
          </View>
        </Card>
      )}
    </View>
  )
}

const faultsIn = ({ faults }: ErrorDetail): string[] => (Array.isArray(faults) ? faults : [])

/** Orders that are booked keep the rule of their day, so no policy begins on a day that has begun. */
function tooEarlyWords({ date }: ErrorDetail): string {
  const written = typeof date === 'string' ? `这份写的是从${longDate(date)}开始。` : ''
  return `${written}政策最早从明天开始，请把 effectiveFrom 改成明天或者以后的日子，再看一遍。`
}
