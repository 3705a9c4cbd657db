import { type Kin, kinOptions } from '@/services/words'
import { Segmented } from '../segmented'

interface Props {
  label: string
  value: Kin | null
  onPick(relation: Kin): void
  /** An elder cannot make somebody her guardian by a tap: a court or a notary does. */
  withoutGuardian?: boolean
}

/** What somebody is to an elder. */
export function RelationChoice({ label, value, onPick, withoutGuardian = false }: Props) {
  const options = kinOptions.filter((option) => !withoutGuardian || option.value !== 'guardian')
  return (
    <Segmented<Kin | ''>
      label={label}
      options={options}
      value={value ?? ''}
      onPick={(picked) => picked && onPick(picked)}
    />
  )
}
