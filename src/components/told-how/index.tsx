import { Segmented } from '../segmented'

export type Told = 'counter' | 'phone'

interface Props {
  /** Who said it, where it was not the elder herself. */
  label?: string
  value: Told
  onPick(value: Told): void
}

/** How the elder said what staff do for her: at the counter or on the telephone. */
export function ToldHow({ label = '老人怎么说的', value, onPick }: Props) {
  return (
    <Segmented
      label={label}
      options={[
        { value: 'counter', word: '当面说的' },
        { value: 'phone', word: '电话里说的' },
      ]}
      value={value}
      onPick={onPick}
    />
  )
}
