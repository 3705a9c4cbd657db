import { useState } from 'react'
import { PageFrame } from '@/components/page-frame'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { usePerson } from '@/services/person'
import { both, useLoaded } from '@/services/use-loaded'
import { blank, type Form, questionnaireOf, stepsOf } from './form'
import { loadDistricts } from './load-districts'
import { Questions } from './questions'
import { Results } from './results'

const title = '能享受什么'

const draftHours = 24

/** A few questions, without a name, and what somebody like this has a right to. */
export default function Ask() {
  const person = usePerson() // also brings the day of today
  const districts = useLoaded('districts', loadDistricts)
  const draft = useDraft<Form>('benefits ask', blank, draftHours)
  const [isDone, setDone] = useState(false)
  const loaded = both(person, districts)
  if (loaded.state !== 'ready') return <PageFrame title={title} load={loaded} />
  const [{ elder }, places] = loaded.data
  const chosen = places.find(({ id }) => id === draft.value.district)
  const district = places.length === 1 ? places[0] : chosen
  const go = (done: boolean) => {
    setDone(done)
    toTop()
  }
  if (isDone && district) {
    return (
      <Results
        asked={questionnaireOf(draft.value, district.id, dateOf(cloudNow()))}
        hasElder={elder !== null}
        onBack={() => go(false)}
        onAgain={() => {
          draft.write(blank)
          draft.discard()
          go(false)
        }}
      />
    )
  }
  return (
    <Questions
      form={draft.value}
      steps={stepsOf(places.length)}
      districts={places}
      district={district?.id ?? null}
      write={draft.write}
      onDone={() => go(true)}
    />
  )
}
