import { type ReactNode, useState } from 'react'
import { Button } from '../button'
import { Field } from '../field'
import { Sheet } from '../sheet'

interface Props {
  title: string
  /** What is asked, and who reads the answer: 为什么取消（老人和家人看得到）. */
  label: string
  answers: readonly string[]
  /** Said where no reason is given. */
  missing?: string
  /** Where a reason goes without saying, or what was typed before. */
  usual?: string
  /** For more than a few words. */
  long?: boolean
  /** A full verb: 取消这一餐. */
  button: string
  act: { trouble: string | null; isPending: boolean }
  /** Told what is typed, where it outlives the sheet. */
  onTyped?(reason: string): void
  /** Told the reason, which is never empty. */
  onGive(reason: string): void
  onClose(): void
  /** What stands above the question. */
  before?: ReactNode
  /** What stands beneath it. */
  children?: ReactNode
}

/** A question over the page for what is never done without a reason, in own words or with a tap. */
export function ReasonSheet(props: Props) {
  const { title, label, answers, missing = '选一样，或者写一句。', usual = '', long } = props
  const { button, act, onTyped, onGive, onClose, before, children } = props
  const [reason, setReason] = useState(usual)
  const [isTried, setTried] = useState(false)
  const given = reason.trim()
  const type = (typed: string) => {
    setReason(typed)
    onTyped?.(typed)
  }
  const give = () => {
    setTried(true)
    if (given) onGive(given)
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      trouble={act.trouble}
      action={
        <Button pending={act.isPending} onTap={give}>
          {button}
        </Button>
      }
    >
      {before}
      <Field
        label={label}
        value={reason}
        onChange={type}
        answers={answers}
        placeholder="也可以自己写"
        long={long}
        trouble={isTried && !given ? missing : null}
      />
      {children}
    </Sheet>
  )
}
