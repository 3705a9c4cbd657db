import { Segmented } from '@/components/segmented'

export type Told = 'counter' | 'phone'

interface Props {
  value: Told
  onPick(value: Told): void
}

/** How the elder said what is to be changed. */
export function ToldHow({ value, onPick }: Props) {
  return (
    <Segmented
      label="老人怎么说的"
      options={[
        { value: 'counter', word: '当面说的' },
        { value: 'phone', word: '电话里说的' },
      ]}
      value={value}
      onPick={onPick}
    />
  )
}
