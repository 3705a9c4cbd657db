import { useState } from 'react'
import { longest } from '#types/limits'
import type { CertificateKind, Membership } from '#types/people/staff'
import { certificateWord } from '#types/words/people/staff/certificates'
import { Button } from '@/components/button'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { goBack } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import { useAct } from '@/services/use-act'
import { LookAbove } from '../look-above'

/** A certificate that was seen; one of the same kind takes the place of the earlier one. */
export function AddCertificate({ member }: { member: Membership }) {
  const certify = useAct('people.certify')
  const [kind, setKind] = useState<CertificateKind>(member.missing[0] ?? 'health')
  const [number, setNumber] = useState('')
  const [issuer, setIssuer] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [isTried, setTried] = useState(false)
  const missing = (text: string, words: string) => (isTried && text.trim() === '' ? words : null)
  const endsTooEarly = from !== '' && to !== '' && to < from
  const isMissing = !number.trim() || !issuer.trim() || !from || !to || endsTooEarly

  const send = async () => {
    setTried(true)
    if (isMissing) return
    const certificate = { kind, number: number.trim(), issuer: issuer.trim(), from, to }
    const changed = await certify.run({ membershipId: member.id, certificate })
    if (!changed) return
    buzz()
    goBack() // to where it stands among the others now
  }
  return (
    <PageFrame
      title="补一张证件"
      dense
      action={
        <>
          {isTried && isMissing && <LookAbove />}
          {certify.trouble && (
            <Notice>
              {certify.code === 'DATE_PAST' ? '这张证件已经过期了。请看一看到哪一天为止。' : certify.trouble}
            </Notice>
          )}
          <Button pending={certify.isPending} onTap={() => void send()}>
            看过原件，记下
          </Button>
        </>
      }
    >
      <Title>{member.name}的证件</Title>
      <Segmented
        label="哪一种证件"
        options={optionsOf(certificateWord)}
        value={kind}
        onPick={(one) => setKind(one)}
      />
      <Field
        label="证件编号"
        value={number}
        onChange={setNumber}
        maxLength={longest.certificate}
        trouble={missing(number, '照着证件填编号。')}
      />
      <Field
        label="哪里发的"
        value={issuer}
        onChange={setIssuer}
        maxLength={longest.certificate}
        answers={['区疾控中心', '区人社局', '区民政局', '红十字会']}
        trouble={missing(issuer, '选一样，或者照证件写。')}
      />
      <DateEntry
        label="从哪一天起"
        value={from}
        onChange={setFrom}
        latest={dateOf(cloudNow())}
        trouble={missing(from, '照着证件选。')}
      />
      <DateEntry
        label="到哪一天为止"
        value={to}
        onChange={setTo}
        trouble={endsTooEarly ? '比开始的日子还早，请再看一遍。' : missing(to, '照着证件选。')}
      />
    </PageFrame>
  )
}
