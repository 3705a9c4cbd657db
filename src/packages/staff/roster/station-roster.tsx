import { useState } from 'react'
import { pageSize } from '#types/paging'
import type { RosterRow } from '#types/people/privacy'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { saveFile } from '@/platform/files/give'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { dateOf } from '@/services/dates'
import { useReading } from '@/services/use-reading'
import { Rows } from './rows'

interface Props {
  stationId: string
  stationName: string
}

/** As much of the roster as was read so far. */
interface Part {
  rows: RosterRow[]
  /** The same as the cloud wrote it for a spreadsheet. */
  csv: string
  isWhole: boolean
}

/** `gathered`: all of it is here, and waits for a tap: WeChat passes a file on only right after one. */
type Outcome = 'gathered' | 'saved' | 'notSaved'

const page: number = pageSize.roster
const nothing: Part = { rows: [], csv: '', isWhole: false }

/** The elders of a station, for whoever says what for: a page at a time, then all as a table. */
export function StationRoster({ stationId, stationName }: Props) {
  const { read, isPending, trouble } = useReading()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [part, setPart] = useState<Part | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  /** What is there and one page more. */
  const readOn = async (before: Part): Promise<Part> => {
    const after = before.rows[before.rows.length - 1]?.id
    const more = await call('people.roster', { stationId, reason: reason.trim(), ...(after && { after }) })
    const reached = {
      rows: [...before.rows, ...more.rows],
      csv: before.csv + more.csv,
      isWhole: more.rows.length < page,
    }
    setPart(reached)
    return reached
  }
  const begin = () => {
    setTried(true)
    if (reason.trim()) void read(() => readOn(nothing))
  }
  const gather = async (known: Part) => {
    const whole = await read(async () => {
      let reached = known
      while (!reached.isWhole) reached = await readOn(reached)
      return reached
    })
    if (whole) setOutcome('gathered')
  }
  const save = async ({ csv }: Part) => {
    const isSaved = await saveFile(`${stationName}名册 ${dateOf(cloudNow())}.csv`, csv, 'text/csv')
    setOutcome(isSaved ? 'saved' : 'notSaved')
  }

  if (!part) {
    return (
      <PageFrame
        title="名册"
        dense
        action={
          <>
            {trouble && <Notice>{trouble}</Notice>}
            <Button pending={isPending} onTap={begin}>
              看名册
            </Button>
          </>
        }
      >
        <Title>{stationName}的名册</Title>
        <Field
          label="拿名册做什么（会记下来）"
          value={reason}
          onChange={setReason}
          answers={['安排走访', '安排体检', '报给街道', '防暑防寒']}
          placeholder="也可以自己写"
          trouble={isTried && !reason.trim() ? '选一样，或者写一句做什么用。' : null}
        />
        <Soft>名册里没有身份证号，电话只有后四位。看名册、存表格都会记下是谁、为什么。</Soft>
      </PageFrame>
    )
  }
  const { rows, isWhole } = part
  return (
    <PageFrame
      title="名册"
      dense
      action={
        rows.length > 0 && (
          <>
            {trouble && <Notice>{trouble}</Notice>}
            {outcome === 'gathered' && <Notice kind="ok">名册取齐了。请点“存成表格”。</Notice>}
            {outcome === 'notSaved' && <Notice>名册都在这里，还没有存下。请再点一次。</Notice>}
            {outcome === 'saved' && <Notice kind="ok">存好了。用完请删掉，别发到群里。</Notice>}
            <Button pending={isPending} onTap={() => void (isWhole ? save(part) : gather(part))}>
              {isWhole ? '存成表格' : '取齐名册，好存表格'}
            </Button>
          </>
        )
      }
    >
      <Title>{stationName}的名册</Title>
      {rows.length === 0 ? (
        <Empty icon="users" title="这里还没有登记的老人" />
      ) : (
        <>
          <Soft>{isWhole ? `一共 ${rows.length} 位` : `先列出 ${rows.length} 位，后面还有`}</Soft>
          <Rows rows={rows} />
          {!isWhole && (
            <Button kind="second" pending={isPending} onTap={() => void read(() => readOn(part))}>
              {`再看 ${page} 位`}
            </Button>
          )}
        </>
      )}
    </PageFrame>
  )
}
