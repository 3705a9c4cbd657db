import { useState } from 'react'
import { longest, mostTables } from '#types/limits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { LongList } from '@/components/long-list'
import { Sheet } from '@/components/sheet'
import { Heading, Soft } from '@/components/text'
import { seatsOf, type Table } from './plan-draft'

interface Props {
  tables: readonly Table[]
  onChange(tables: Table[]): void
}

/** The tables one by one; several alike are added at once. */
export function TablesField({ tables, onChange }: Props) {
  const [writing, setWriting] = useState<Table | 'new' | null>(null)
  const close = () => setWriting(null)
  const keep = (written: Table[]) => {
    const isNew = writing === 'new'
    onChange(
      isNew ? [...tables, ...written] : tables.map((one) => written.find(({ id }) => id === one.id) ?? one),
    )
    close()
  }
  return (
    <>
      <Heading>桌子和座位</Heading>
      <Soft>{`一共 ${tables.length} 张桌，${seatsOf(tables)} 个座位。`}</Soft>
      <LongList items={tables} size={10}>
        {(table) => (
          <Card key={table.id}>
            <ListRow
              title={`${table.name}，${table.seats} 个座位`}
              hint={table.wheelchairs > 0 ? `能坐轮椅的 ${table.wheelchairs} 个` : undefined}
              onTap={() => setWriting(table)}
            />
          </Card>
        )}
      </LongList>
      {tables.length < mostTables && (
        <Button kind="second" onTap={() => setWriting('new')}>
          加桌子
        </Button>
      )}
      {writing && (
        <TableSheet
          table={writing === 'new' ? null : writing}
          tables={tables}
          onKeep={keep}
          onTakeOut={(id) => {
            onChange(tables.filter((one) => one.id !== id))
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

interface SheetProps {
  /** Null: new ones. */
  table: Table | null
  tables: readonly Table[]
  onKeep(tables: Table[]): void
  onTakeOut(id: string): void
  onClose(): void
}

const numberOf = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null)

function TableSheet({ table, tables, onKeep, onTakeOut, onClose }: SheetProps) {
  const [name, setName] = useState(table?.name ?? '')
  const [seats, setSeats] = useState(table ? String(table.seats) : '4')
  const [wheelchairs, setWheelchairs] = useState(table ? String(table.wheelchairs) : '0')
  const [count, setCount] = useState('1')
  const [trouble, setTrouble] = useState<string | null>(null)
  const keep = () => {
    const [places, chairs, many] = [numberOf(seats), numberOf(wheelchairs), numberOf(count)]
    const isWrong = !places || chairs === null || chairs > places || !many
    if (isWrong || (table && !name.trim()))
      return setTrouble('请写数字：座位至少 1 个，能坐轮椅的不能比座位多。')
    if (tables.length + many > mostTables) return setTrouble(`最多 ${mostTables} 张桌。`)
    const what = { seats: places, wheelchairs: chairs }
    onKeep(table ? [{ ...table, ...what, name: name.trim() }] : newTables(tables, many, what))
  }
  return (
    <Sheet
      title={table ? table.name : '加桌子'}
      onClose={onClose}
      trouble={trouble}
      action={<Button onTap={keep}>{table ? '改好这张桌' : '加上'}</Button>}
      second={
        table && (
          <Button kind="second" onTap={() => onTakeOut(table.id)}>
            去掉这张桌
          </Button>
        )
      }
    >
      {table && <Field label="桌子叫什么" value={name} onChange={setName} maxLength={longest.menuName} />}
      {!table && <Field label="加几张一样的" kind="number" value={count} onChange={setCount} maxLength={2} />}
      <Field label="一张桌坐几位" kind="number" value={seats} onChange={setSeats} maxLength={3} />
      <Field
        label="其中能坐轮椅的几位"
        kind="number"
        value={wheelchairs}
        onChange={setWheelchairs}
        maxLength={3}
      />
    </Sheet>
  )
}

/** So many tables alike, each with a number that none has yet. */
function newTables(
  tables: readonly Table[],
  count: number,
  what: Pick<Table, 'seats' | 'wheelchairs'>,
): Table[] {
  const added: Table[] = []
  for (let nth = 1; added.length < count; nth += 1) {
    const id = `t${nth}`
    if (!tables.some((one) => one.id === id)) added.push({ ...what, id, name: `${nth} 号桌` })
  }
  return added
}
