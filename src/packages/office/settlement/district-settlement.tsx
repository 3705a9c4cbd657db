import { useState } from 'react'
import { Card } from '@/components/card'
import { Choice, Choices } from '@/components/choice'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Sheet } from '@/components/sheet'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { loadOperators, type Operator } from './load-operators'
import { MonthOf } from './month-of'
import { monthsUntil, monthWord } from './months'
import './index.scss'

const title = '每月结算'

/** Of whom, and for which month. */
export function DistrictSettlement({ district }: { district: string }) {
  const operators = useLoaded(`operators ${district}`, () => loadOperators(district))
  return (
    <PageFrame title={title} load={operators} dense>
      {(all) =>
        all.length === 0 ? (
          <Empty icon="briefcase" title="还没有运营方" hint="有驿站开起来，这里就有结算。" />
        ) : (
          <Chosen district={district} operators={all} />
        )
      }
    </PageFrame>
  )
}

interface Props {
  district: string
  operators: readonly Operator[]
}

function Chosen({ district, operators }: Props) {
  const months = monthsUntil(dateOf(cloudNow()))
  const [operatorId, setOperatorId] = useState(operators[0]?.id ?? '')
  const [month, setMonth] = useState(months[0] ?? '')
  const [asking, ask] = useState<'operator' | 'month' | null>(null)
  const operator = operators.find(({ id }) => id === operatorId) ?? operators[0]
  const wanted = { district, operatorId: operator?.id ?? operatorId, month }
  const settlement = useCloud('supervision.settlement', wanted)
  const close = () => ask(null)
  return (
    <>
      <Card>
        <ListRow
          title={monthWord(month)}
          hint="点这里换一个月"
          icon="calendar-days"
          onTap={() => ask('month')}
        />
        <ListRow
          title={operator?.name ?? ''}
          hint={operators.length > 1 ? '点这里换一家运营方' : `${operator?.stations ?? 0} 家驿站`}
          icon="store"
          onTap={() => ask('operator')}
        />
      </Card>
      <LoadedPart load={settlement}>
        {(known) => <MonthOf key={`${wanted.operatorId} ${month}`} settlement={known} wanted={wanted} />}
      </LoadedPart>
      {asking === 'month' && (
        <Sheet title="看哪个月" onClose={close}>
          <Choices label="看哪个月">
            {months.map((one) => (
              <Choice
                key={one}
                title={monthWord(one)}
                isPicked={one === month}
                onPick={() => {
                  setMonth(one)
                  close()
                }}
              />
            ))}
          </Choices>
        </Sheet>
      )}
      {asking === 'operator' && (
        <Sheet title="看哪家运营方" onClose={close}>
          <Choices label="看哪家运营方">
            <LongList items={operators}>
              {({ id, name, stations }) => (
                <Choice
                  key={id}
                  title={name}
                  hint={`${stations} 家驿站`}
                  isPicked={id === operator?.id}
                  onPick={() => {
                    setOperatorId(id)
                    close()
                  }}
                />
              )}
            </LongList>
          </Choices>
        </Sheet>
      )}
    </>
  )
}
