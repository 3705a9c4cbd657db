import { useState } from 'react'
import type { PolicyReading } from '#types/eligibility'
import { toTop } from '@/platform/page'
import { OfDistrict } from '../of-district'
import { AddPolicy } from './add-policy'
import type { Added } from './policy-list'
import { PolicyList } from './policy-list'
import { ReadPolicy } from './read-policy'

/** The rules by which a district helps, each from a day to a day. */
export default function Policies() {
  return <OfDistrict title="政策">{({ id, name }) => <OfOne district={id} name={name} />}</OfDistrict>
}

/** What is being looked at: all that are stored, one that is being written, or one that was read and is not stored yet. */
type At = { step: 'list' } | { step: 'writing' } | { step: 'reading'; text: string; reading: PolicyReading }

function OfOne({ district, name }: { district: string; name: string }) {
  const [at, setAt] = useState<At>({ step: 'list' })
  const [added, setAdded] = useState<Added | null>(null)
  const go = (next: At) => {
    setAt(next)
    toTop()
  }
  if (at.step === 'list')
    return <PolicyList district={district} name={name} added={added} onAdd={() => go({ step: 'writing' })} />
  if (at.step === 'writing')
    return (
      <AddPolicy
        district={district}
        onBack={() => go({ step: 'list' })}
        onRead={(text, reading) => go({ step: 'reading', text, reading })}
      />
    )
  return (
    <ReadPolicy
      district={district}
      text={at.text}
      reading={at.reading}
      onBack={() => go({ step: 'writing' })}
      onReadAgain={(reading) => go({ step: 'reading', text: at.text, reading })}
      onAdded={(policy) => {
        setAdded(policy)
        go({ step: 'list' })
      }}
    />
  )
}
