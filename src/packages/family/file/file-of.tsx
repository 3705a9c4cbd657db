import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { ElderFile } from '#types/people/elders'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { toTop } from '@/platform/page'
import { useCloud } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { AbsenceGroup } from './absence-group'
import { ContactsGroup } from './contacts-group'
import { EditAbsences } from './edit-absences'
import { EditContacts } from './edit-contacts'
import { EditFood } from './edit-food'
import { EditHome } from './edit-home'
import { EditLiving } from './edit-living'
import { EditPhone } from './edit-phone'
import type { Subject } from './group'
import { HealthGroup, HeldGroup } from './health-groups'
import { HomeGroup } from './home-group'
import { IdentityGroup } from './identity-group'
import { Reveal, type Revealed } from './reveal'
import './index.scss'

/** What is being changed: one subject at a time, in a step of its own. */
type Step =
  | { state: 'reading' }
  | { state: 'changing'; subject: Subject }
  | { state: 'contacts'; phones: string[] }

export function FileOf({ elder }: { elder: ActFor }) {
  const file = useCloud('people.file', { elderId: elder.id })
  const [step, setStep] = useState<Step>({ state: 'reading' })
  const [revealed, reveal] = useState<Revealed | null>(null)
  const title = elder.relation === 'self' ? '我的资料' : `${callWord(elder)}的资料`

  const go = (to: Step) => {
    setStep(to)
    toTop()
  }
  if (file.state === 'ready' && step.state !== 'reading') {
    const changing = {
      elder,
      file: file.data,
      onBack: () => go({ state: 'reading' }),
      onSaved: (saved: ElderFile) => {
        file.put(saved)
        go({ state: 'reading' })
      },
    }
    if (step.state === 'contacts') return <EditContacts {...changing} phones={step.phones} />
    if (step.subject === 'absences') return <EditAbsences {...changing} onFile={file.put} />
    if (step.subject === 'phone') return <EditPhone {...changing} />
    if (step.subject === 'home') return <EditHome {...changing} />
    if (step.subject === 'living') return <EditLiving {...changing} />
    return <EditFood {...changing} />
  }
  return (
    <PageFrame title={title} load={file}>
      {(known) => {
        const group = {
          elder,
          file: known,
          onReveal: reveal,
          onChange: (subject: Subject) => go({ state: 'changing', subject }),
        }
        return (
          <>
            <Title>{title}</Title>
            <Soft>{stateWords(known, callWord(elder))}</Soft>
            <IdentityGroup {...group} />
            <HomeGroup {...group} />
            <AbsenceGroup {...group} />
            <HealthGroup {...group} />
            <HeldGroup {...group} />
            <ContactsGroup {...group} onContacts={(phones) => go({ state: 'contacts', phones })} />
            {revealed && <Reveal elder={elder} field={revealed} onClose={() => reveal(null)} />}
          </>
        )
      }}
    </PageFrame>
  )
}

function stateWords({ state, isVerified }: ElderFile, who: string): string {
  if (state === 'pending') return `${who === '您' ? '您' : who}还没有同意，现在还不能办事。`
  return isVerified ? '驿站已经看过证件。' : '驿站还没有看过证件。下次去的时候带上身份证，补贴才能算得准。'
}
