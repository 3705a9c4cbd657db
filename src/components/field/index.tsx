import { Input, Textarea, View } from '@tarojs/components'
import { useContext } from 'react'
import { longest } from '#types/limits'
import { aria } from '../aria'
import { FixedLayer } from '../sheet/fixed-layer'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  /** Ready answers, so that nobody has to type: a tap puts one in; into a `long` text it is added. */
  answers?: readonly string[]
  placeholder?: string
  /** Several lines. */
  long?: boolean
  /** `number`: opens the keys with digits; `idcard`: those and an X. */
  kind?: 'text' | 'number' | 'idcard'
  maxLength?: number
  /** What was typed once more, in parts that the eye keeps apart: the box may be too narrow for all of it in large type. */
  readBack?: string
  /** Why what was typed does not do. */
  trouble?: string | null
}

/** In a browser Taro draws the box inside an element of its own; the name belongs to the box. */
const spoken = (attributes: Record<string, string>) =>
  process.env.TARO_ENV === 'weapp' ? attributes : { nativeProps: attributes }

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** A browser's own box for numbers drops a landline's dash and forgets the longest length: digits are asked of its keys. */
const keys = (kind: string): Record<string, string> =>
  inBrowser && kind === 'number' ? { inputMode: 'numeric' } : {}

/** A question that can be answered in own words or with a tap. */
export function Field(props: Props) {
  const { label, value, onChange, answers = [], placeholder, long = false, kind = 'text', trouble } = props
  const { maxLength = longest.text, readBack } = props
  const isFixed = useContext(FixedLayer) // else WeChat leaves its words behind when the page scrolls
  const isGiven = (answer: string) => (long ? parts(value).includes(answer) : answer === value)
  const typed = {
    className: long ? 'field-box field-box-long' : 'field-box',
    value,
    placeholder,
    placeholderClass: 'field-placeholder',
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    ...spoken({ ...aria({ label, invalid: Boolean(trouble) }), ...keys(kind) }),
  }
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      {answers.length > 0 && (
        <View className="field-answers">
          {answers.map((answer) => (
            <Tap
              key={answer}
              className={isGiven(answer) ? 'field-answer field-answer-on' : 'field-answer'}
              role="checkbox"
              checked={isGiven(answer)}
              onTap={() => onChange(long ? toggled(value, answer, maxLength) : isGiven(answer) ? '' : answer)}
            >
              {answer}
            </Tap>
          ))}
        </View>
      )}
      {long ? (
        <Textarea {...typed} fixed={isFixed} autoHeight />
      ) : (
        <Input {...typed} type={inBrowser ? 'text' : kind} />
      )}
      {readBack && (
        <View className="field-read-back" {...aria({ hidden: true })}>
          {readBack}
        </View>
      )}
      {trouble && <View className="field-trouble">{keepWhole(trouble)}</View>}
    </View>
  )
}

const parts = (text: string) => text.split('，').filter(Boolean)

/** A text with one more, or one less, of the ready answers; own words beside them stay. A full box takes no more. */
function toggled(text: string, answer: string, longest: number): string {
  const given = parts(text.trim())
  if (given.includes(answer)) return given.filter((part) => part !== answer).join('，')
  const more = [...given, answer].join('，')
  return more.length > longest ? text : more
}
