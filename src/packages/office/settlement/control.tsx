import type { Owed, Settlement } from '#types/supervision'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { Heading } from '@/components/text'
import { money } from '@/services/words'
import { sumsOf } from './sums'

interface Props {
  owed: readonly Owed[]
  control: Settlement['control']
}

/** The month reckoned a second way, from its records: whoever reads it can add it up. */
export function Control({ owed, control }: Props) {
  const { records, served, reversed, billed, elderPaid } = control
  const { toElder, toOperator, unexplained, difference } = sumsOf(owed, control)
  return (
    <>
      <Heading>对一对账</Heading>
      <Card>
        <Facts
          rows={[
            { name: '记录一共', value: `${records} 笔` },
            { name: '其中记成吃过的', value: `${served} 笔` },
            { name: '其中记错、退回的', value: `${reversed} 笔` },
          ]}
        />
      </Card>
      <Card>
        <Facts
          rows={[
            { name: '饭钱和送餐费', value: money(billed) },
            { name: '减去老人付的', value: money(elderPaid) },
            ...(unexplained === 0 ? [] : [{ name: '没有对上的', value: money(unexplained) }]),
            { name: '就是给老人的', value: money(toElder), isGood: unexplained === 0 },
          ]}
        />
      </Card>
      <Card>
        <Facts
          rows={[
            { name: '给老人的', value: money(toElder) },
            { name: '加上给运营方的', value: money(toOperator) },
            { name: '各方一共要付', value: money(toElder + toOperator), isGood: difference === 0 },
          ]}
        />
      </Card>
      {difference === 0 && unexplained === 0 ? (
        <Notice kind="ok">和每一笔记录加起来一样。</Notice>
      ) : (
        <Notice>{`和每一笔记录加起来差 ${money(difference === 0 ? unexplained : difference)}。先不要结算，请联系平台的管理员。`}</Notice>
      )}
    </>
  )
}
