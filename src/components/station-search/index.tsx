import { type ReactNode, useState } from 'react'
import { longest } from '#types/limits'
import { usePaused } from '@/services/use-paused'
import { Field } from '../field'

interface Props {
  /** What is shown for what was typed, once the fingers rest. */
  found(wanted: string): ReactNode
  /** What is shown while nothing is looked for. */
  children: ReactNode
}

/** Stations by their name, or by the road they are at; else by whatever other way the page knows. */
export function StationSearch({ found, children }: Props) {
  const [text, setText] = useState('')
  const wanted = usePaused(text.trim())
  return (
    <>
      <Field
        label="按名字找"
        value={text}
        onChange={setText}
        placeholder="驿站名或者路名"
        maxLength={longest.search}
      />
      {wanted === '' ? children : found(wanted)}
    </>
  )
}
