import { useState } from 'react'
import { longest } from '#types/limits'
import type { Category } from '#types/people/categories'
import type { ElderFile } from '#types/people/elders'
import { categoryName, categoryWord } from '#types/words/people/elders/categories'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Heading } from '@/components/text'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import { LookAbove } from '../look-above'
import type { Held } from './held'
import { Subject } from './subject'

interface Props {
  file: ElderFile
  /** Those that she holds already. */
  held: readonly Category[]
  act: { trouble: string | null; isPending: boolean }
  onBack(): void
  onAdd(added: Omit<Held, 'verifiedBy'>): Promise<void>
}

const papers = ['低保证', '特困证', '残疾证', '户口本', '社区证明']

/** Which one, since when, on which paper: the choice first, then its dates. */
export function AddCategory({ file, held, act, onBack, onAdd }: Props) {
  const [category, setCategory] = useState<Category | null>(null)
  const [from, setFrom] = useState(dateOf(cloudNow()))
  const [to, setTo] = useState('')
  const [evidence, setEvidence] = useState('')
  const [isTried, setTried] = useState(false)
  const endsTooEarly = to !== '' && to < from
  const isMissing = !from || endsTooEarly || !evidence.trim()

  const add = () => {
    setTried(true)
    if (!category || isMissing) return
    void onAdd({ category, from, to: to || null, evidence: evidence.trim() })
  }
  if (!category) {
    return (
      <Subject
        title="加哪个类别"
        file={file}
        action={
          <Button kind="second" onTap={onBack}>
            不加了
          </Button>
        }
      >
        <Choices label="加哪个类别">
          {optionsOf(categoryWord)
            .filter(({ value }) => !held.includes(value))
            .map(({ value, word }) => (
              <Choice
                key={value}
                title={word}
                isPicked={false}
                onPick={() => {
                  setCategory(value)
                  toTop()
                }}
              />
            ))}
        </Choices>
      </Subject>
    )
  }
  return (
    <Subject
      title={`加上${categoryName(category)}`}
      file={file}
      action={
        <>
          {isTried && isMissing && <LookAbove />}
          {act.trouble && <Notice>{act.trouble}</Notice>}
          <Button pending={act.isPending} onTap={add}>
            看过证件，加上
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={() => setCategory(null)}>
          换一个类别
        </Button>
      }
    >
      <DateEntry
        label="从哪一天起"
        value={from}
        onChange={setFrom}
        trouble={isTried && !from ? '写上从哪一天起。' : null}
      />
      <DateEntry
        label="到哪一天（长期的不用填）"
        value={to}
        onChange={setTo}
        trouble={endsTooEarly ? '到期的日子比开始还早，请再看一遍。' : null}
      />
      <Heading>凭什么证件</Heading>
      <Field
        label="证件和编号"
        value={evidence}
        onChange={setEvidence}
        answers={papers}
        placeholder="比如：低保证 0123"
        maxLength={longest.evidence}
        trouble={isTried && !evidence.trim() ? '选一样，或者照证件写。' : null}
      />
    </Subject>
  )
}
