import { useState } from 'react'
import { earliestBirth } from '#types/births'
import { longest } from '#types/limits'
import type { Hukou, Identity } from '#types/people/elders'
import { hukouWord } from '#types/words/people/elders/hukous'
import { sexWord } from '#types/words/people/elders/sexes'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { DateEntry } from '@/components/date-entry'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { idTrouble } from '@/services/id-troubles'
import { optionsOf } from '@/services/options-of'
import { LookAbove } from '../look-above'
import { Masked } from './masked'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
import { useVerify } from './use-change'

const papers = ['身份证', '户口本', '居住证']

/** Who she is, compared with her papers: what is shown is taken as seen. */
export function IdentityPart({ file, onFile }: PartProps) {
  const { act, isSaved, send, touch } = useVerify(onFile)
  const [name, setName] = useState(file.name)
  const [idNumber, setIdNumber] = useState('')
  const [birthDate, setBirthDate] = useState(file.birthDate)
  const [sex, setSex] = useState(file.sex)
  const [hukou, setHukou] = useState<Hukou | ''>(file.hukou ?? '')
  const [residentSince, setResidentSince] = useState(file.residentSince ?? '')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const refusal = act.code === 'BAD_ID_NUMBER' ? idTrouble(act.detail) : null
  const today = dateOf(cloudNow())
  const write =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      touch()
      set(value)
    }

  const refusedBirth = refusal?.field === 'birthDate' ? refusal.words : null
  const birthTrouble = isTried && !birthDate ? '写上证件上的出生日期。' : refusedBirth
  const isMissing = !name.trim() || !birthDate || !reason.trim()

  const holder =
    act.code === 'ALREADY_REGISTERED' && act.detail.isProven === false ? act.detail.elderId : null

  const save = async (others: string[] = []) => {
    setTried(true)
    if (isMissing) return
    const identity: Partial<Identity> = {
      name: name.trim(),
      birthDate,
      sex,
      ...(idNumber.trim() && { idNumber: idNumber.trim() }),
      ...(hukou && { hukou }),
      ...(residentSince && { residentSince }),
    }
    const more = others.length > 0 ? { others } : {}
    if (await send({ elderId: file.id, identity, reason: reason.trim(), ...more })) setIdNumber('')
  }
  return (
    <Subject
      title="核对证件"
      file={file}
      action={
        <>
          {isTried && isMissing && <LookAbove />}
          <SaveFoot
            act={{ ...act, trouble: refusal ? null : act.trouble }}
            isSaved={isSaved}
            onTap={() => void save()}
          >
            和证件一样，核对好了
          </SaveFoot>
          {typeof holder === 'string' && (
            <Button kind="second" onTap={() => void save([holder])}>
              {`身份证在手上，是${file.name}的`}
            </Button>
          )}
        </>
      }
    >
      <Masked
        canReveal={file.may.reveal && file.idTail !== null}
        file={file}
        field="idNumber"
        title="看完整的身份证号"
        name="身份证号"
      >
        <Facts
          rows={[
            { name: '身份证号', value: file.idTail ? `尾号 ${file.idTail}` : '没有记' },
            { name: '证件', value: file.isVerified ? '核对过' : '没有核对' },
          ]}
        />
      </Masked>
      {file.isIdPending && (
        <Notice kind="info">
          身份证号还没有定下是谁的，现在按菜单价付。身份证在手上的，在下面写一遍号码，核对好就定了。
        </Notice>
      )}
      <Heading>照着证件看一遍，不一样就改</Heading>
      <Field
        label="名字"
        value={name}
        onChange={write(setName)}
        maxLength={longest.name}
        trouble={isTried && !name.trim() ? '写上证件上的名字。' : null}
      />
      <IdNumberField
        label={file.idTail ? '身份证号（不改就空着）' : '身份证号（没有就空着）'}
        value={idNumber}
        onChange={write(setIdNumber)}
        trouble={refusal?.field === 'idNumber' ? refusal.words : null}
        without="请把这里空着"
      />
      <DateEntry
        label="出生日期"
        value={birthDate}
        onChange={write(setBirthDate)}
        earliest={earliestBirth(today)}
        latest={today}
        trouble={birthTrouble}
      />
      <Segmented label="性别" options={optionsOf(sexWord)} value={sex} onPick={(one) => write(setSex)(one)} />
      {refusal?.field === 'sex' && refusal.words}
      <Heading>户口在哪里？</Heading>
      <Choices label="户口在哪里？">
        {optionsOf(hukouWord).map(({ value, word }) => (
          <Choice key={value} title={word} isPicked={value === hukou} onPick={() => write(setHukou)(value)} />
        ))}
      </Choices>
      {hukou !== '' && hukou !== 'thisTown' && hukou !== 'thisDistrict' && (
        <DateEntry
          label="哪一天住到这里的（可以不填）"
          value={residentSince}
          onChange={write(setResidentSince)}
          latest={today}
        />
      )}
      <Field
        label="看的是什么证件"
        value={reason}
        onChange={write(setReason)}
        answers={papers}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句看了什么。' : null}
        long
      />
    </Subject>
  )
}
