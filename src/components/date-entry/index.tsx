import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { aria } from '../aria'
import { Field } from '../field'
import { asWords, type DateParts, faultOf, isSpreading, namedDate, partsOf, spread } from './date-parts'
import './index.scss'

interface Props {
  /** Which date: 出生日期. */
  label: string
  /** Local date `YYYY-MM-DD`, or empty. */
  value: string
  /** Told a whole date, and an empty text while there is none. */
  onChange(value: string): void
  /** The first and the last local date that may be meant. */
  earliest?: string
  latest?: string
  /** Why the date does not do; what is wrong with the typing itself comes first. */
  trouble?: string | null
}

/** A date typed in three boxes, or as eight digits into the first, and read back in words. */
export function DateEntry({ label, value, onChange, earliest, latest, trouble }: Props) {
  const [parts, setParts] = useState(() => partsOf(value))
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return // half a date is nobody's but ours
    told.current = value
    setParts(partsOf(value))
  }, [value])

  const write = (change: Partial<DateParts>) => {
    const next = spread({ ...parts, ...change })
    setParts(next)
    told.current = faultOf(next, latest, earliest) === null ? (namedDate(next) ?? '') : ''
    onChange(told.current)
  }
  const fault = faultOf(parts, latest, earliest) ?? trouble
  const said = saidOf(parts)
  return (
    <View className="date-entry" {...aria({ role: 'group', label })}>
      <View className="field-label">{label}</View>
      <View className="date-entry-boxes">
        <View className="date-entry-year">
          <Part label="年" digits={8} value={parts.year} onChange={(year) => write({ year })} />
        </View>
        <View className="date-entry-part">
          <Part label="月" digits={2} value={parts.month} onChange={(month) => write({ month })} />
        </View>
        <View className="date-entry-part">
          <Part label="日" digits={2} value={parts.day} onChange={(day) => write({ day })} />
        </View>
      </View>
      <View className={fault ? 'field-trouble' : said ? 'date-entry-said' : 'date-entry-silent'} {...spoken}>
        {fault || said}
      </View>
    </View>
  )
}

/** There before there is anything to read out, or readers would miss it. */
const spoken = aria({ live: 'polite' })

/** What was understood so far. */
function saidOf(parts: DateParts): string {
  if (isSpreading(parts)) return '接着写满八个数字，比如 19440305。'
  return namedDate(parts) === null ? '' : asWords(parts)
}

interface PartProps {
  label: string
  digits: number
  value: string
  onChange(value: string): void
}

/** One number of a date. Its name is read after that of the whole date. */
function Part({ label, digits, value, onChange }: PartProps) {
  return (
    <Field
      label={label}
      kind="number"
      maxLength={digits}
      value={value}
      onChange={(text) => onChange(text.replace(/\D/g, ''))}
    />
  )
}
