import { useState } from 'react'
import { toTop } from '@/platform/page'
import { OfDistrict } from '../of-district'
import { AddPolicy } from './add-policy'
import type { Added } from './policy-list'
import { PolicyList } from './policy-list'

/** The rules by which a district helps, each from a day to a day. */
export default function Policies() {
  return <OfDistrict title="政策">{({ id, name }) => <OfOne district={id} name={name} />}</OfDistrict>
}

function OfOne({ district, name }: { district: string; name: string }) {
  const [isAdding, setAdding] = useState(false)
  const [added, setAdded] = useState<Added | null>(null)
  const go = (adding: boolean) => {
    setAdding(adding)
    toTop()
  }
  if (isAdding) {
    return (
      <AddPolicy
        district={district}
        onBack={() => go(false)}
        onAdded={(policy) => {
          setAdded(policy)
          go(false)
        }}
      />
    )
  }
  return <PolicyList district={district} name={name} added={added} onAdd={() => go(true)} />
}
