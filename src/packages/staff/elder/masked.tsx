import { type ReactNode, useState } from 'react'
import type { ElderFile, Revealable } from '#types/people/elders'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { ReasonSheet } from '@/components/reason-sheet'
import { Sheet } from '@/components/sheet'
import { ring } from '@/platform/ring'
import type { ReplyFrom } from '@/services/cloud'
import { useAct } from '@/services/use-act'

interface Props {
  /** What is shown masked. */
  children: ReactNode
  /** Whether there is anything to reveal, and the reader may. */
  canReveal: boolean
  file: ElderFile
  field: Revealable
  /** The way to it: 看完整的电话. */
  title: string
  /** What a value is called where the cloud gives it no name. */
  name: string
}

type Values = ReplyFrom<'people.reveal'>['values']

const reasons = ['打电话联系', '送餐上门', '核对证件']

/** A card of masked things that shows them in full to whoever says why; the elder can read that it was looked at. */
export function Masked({ children, canReveal, file, field, title, name }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Card>
        {children}
        {canReveal && (
          <ListRow
            title={title}
            hint="要写原因，老人看得到谁看过"
            icon="search"
            onTap={() => setOpen(true)}
          />
        )}
      </Card>
      {isOpen && (
        <RevealSheet file={file} field={field} title={title} name={name} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

interface SheetProps extends Pick<Props, 'file' | 'field' | 'title' | 'name'> {
  onClose(): void
}

function RevealSheet({ file, field, title, name, onClose }: SheetProps) {
  const reveal = useAct('people.reveal')
  const [values, setValues] = useState<Values | null>(null)

  const show = async (reason: string) => {
    const shown = await reveal.run({ elderId: file.id, field, reason })
    if (shown) setValues(shown.values)
  }
  if (values) {
    const canRing = field === 'phone' || field === 'contacts'
    return (
      <Sheet title={title} onClose={onClose}>
        {values.length === 0 && '这里没有记。'}
        <Facts rows={values.map((one) => ({ name: one.name ?? name, value: one.value }))} />
        {canRing &&
          values.map((one) => (
            <Button key={one.value} kind="pine" icon="phone" onTap={() => ring(one.value)}>
              {`打给${one.name ?? file.name}`}
            </Button>
          ))}
      </Sheet>
    )
  }
  return (
    <ReasonSheet
      title={title}
      label="为什么要看（会记下来）"
      answers={reasons}
      missing="选一个原因，或者写一句。"
      button="看一看"
      act={reveal}
      onGive={(reason) => void show(reason)}
      onClose={onClose}
    />
  )
}
