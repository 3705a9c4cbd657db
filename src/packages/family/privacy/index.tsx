import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Erased } from '#types/people/privacy'
import { PageFrame } from '@/components/page-frame'
import { toTop } from '@/platform/page'
import { usePerson } from '@/services/person'
import { freshMe } from '../fresh-me'
import { NotYours } from '../of-elder'
import { Copy } from './copy'
import { ErasedPage, LeftPage } from './gone'
import { Overview } from './overview'
import { ownTitle, titleFor } from './titles'
import './index.scss'

/** `erased` and `left` stay, though the caller is nobody's elder or family any more. */
type Step =
  | { state: 'reading' }
  | { state: 'copy'; elderId: string; name: string }
  | { state: 'erased'; kept: Erased['kept'] }
  | { state: 'left' }

/** What an elder agreed to, all that is known of her, and the way out; for anybody else the way out alone. */
export default function Privacy() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  const person = usePerson(elderId)
  const [step, setStep] = useState<Step>({ state: 'reading' })
  const go = (to: Step) => {
    setStep(to)
    toTop()
  }
  if (step.state === 'erased') return <ErasedPage kept={step.kept} />
  if (step.state === 'left') return <LeftPage />
  if (step.state === 'copy') {
    return <Copy elderId={step.elderId} name={step.name} onBack={() => go({ state: 'reading' })} />
  }
  if (person.state === 'ready' && elderId && person.data.elder?.id !== elderId) return <NotYours />
  return (
    <PageFrame title={person.state === 'ready' ? titleFor(person.data) : ownTitle} load={person}>
      {(known) => (
        <Overview
          person={known}
          onCopy={({ id, name }) => go({ state: 'copy', elderId: id, name })}
          onErased={({ kept }) => {
            go({ state: 'erased', kept })
            void freshMe()
          }}
          onLeft={() => {
            go({ state: 'left' })
            void freshMe()
          }}
        />
      )}
    </PageFrame>
  )
}
