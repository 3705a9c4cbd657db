import { View } from '@tarojs/components'
import { useState } from 'react'
import { pageSize } from '#types/paging'
import type { ActFor } from '#types/people'
import type { LogLine } from '#types/people/privacy'
import type { Instant, LocalDate } from '#types/values'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { PageFrame } from '@/components/page-frame'
import { Heading, Soft, Title } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf, dayInFull, longDate } from '@/services/dates'
import { type LogReader, logSentence } from '@/services/log-words'
import { useCloud } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { byDay } from './by-day'
import { howWord } from './how-word'

/** One page of the log at a time, the latest first. */
export function Lines({ elder, title }: { elder: ActFor; title: string }) {
  const [before, setBefore] = useState<Instant>()
  const lines = useCloud('people.log', { elderId: elder.id, ...(before && { before }) })
  const whom = callWord(elder)
  const leap = (to: Instant | undefined) => {
    setBefore(to)
    toTop()
  }
  return (
    <PageFrame title={title}>
      <Title>{title}</Title>
      <Soft>{`谁替${whom}办过事，谁看过${whom}的资料，都记在这里，谁也改不了。`}</Soft>
      <LoadedPart load={lines}>
        {(list) => (
          <>
            <Days lines={list} reader={{ today: dateOf(cloudNow()), elderWord: whom }} isFirst={!before} />
            {list.length >= pageSize.log && (
              <Button kind="second" onTap={() => leap(list[list.length - 1]?.at)}>
                看更早的
              </Button>
            )}
            {before && (
              <Button kind="second" onTap={() => leap(undefined)}>
                回到最近的
              </Button>
            )}
          </>
        )}
      </LoadedPart>
    </PageFrame>
  )
}

interface DaysProps {
  lines: readonly LogLine[]
  reader: LogReader
  isFirst: boolean
}

function Days({ lines, reader, isFirst }: DaysProps) {
  if (lines.length === 0) {
    return isFirst ? (
      <Empty
        icon="clipboard-list"
        title="还没有人办过什么"
        hint="有人替您订餐、请人上门，或者看了资料，这里马上看得到。"
      />
    ) : (
      <Soft>没有更早的了。</Soft>
    )
  }
  return (
    <>
      {byDay(lines).map(({ date, lines: ofDay }) => (
        <View key={date} className="log-day">
          <Heading>{dayTitle(date, reader.today)}</Heading>
          <Card>
            <View {...aria({ role: 'list', label: dayTitle(date, reader.today) })}>
              {ofDay.map((line) => (
                <View key={line.id} className="log-line" {...aria({ role: 'listitem' })}>
                  <View>{keepWhole(ended(logSentence(line, reader)))}</View>
                  <Soft small>{howWord(line)}</Soft>
                </View>
              ))}
            </View>
          </Card>
        </View>
      ))}
    </>
  )
}

/** With its year where that is another one. */
const dayTitle = (date: LocalDate, today: LocalDate) =>
  date.slice(0, 4) === today.slice(0, 4) ? dayInFull(date, today) : longDate(date)

/** With a full stop, where what somebody typed does not bring its own. */
const ended = (sentence: string): string => (/[。！？…]$/.test(sentence) ? sentence : `${sentence}。`)
