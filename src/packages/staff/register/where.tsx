import { type ReactNode, useState } from 'react'
import { longest } from '#types/limits'
import type { Agreed } from '#types/people/elders'
import { hukouWord } from '#types/words/people/elders/hukous'
import { livingWord } from '#types/words/people/elders/livings'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Heading, Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import type { Act } from '@/services/use-act'
import { useCloud } from '@/services/use-loaded'
import { PaperEntry, paperOf } from '../paper-entry'
import type { Form } from './form'
import { Trouble, wantedTitles } from './trouble'

interface Props {
  stationId: string
  form: Form
  register: Act<'people.registerAt'>
  onChange(change: Partial<Form>): void
  onBack(): void
  /** With elders whom the clerk has looked at: this is another person. */
  onSend(agreed: Agreed[], others: string[]): void
  /** What stands over the page. */
  children(agreed: Agreed[]): ReactNode
}

/** Second: where she lives, and what she agrees to, as she signed it or says it. */
export function Where({ stationId, form, register, onChange, onBack, onSend, children }: Props) {
  const consents = useCloud('people.consents', {})
  const [isTried, setTried] = useState(false)
  /** Who signs has the texts on paper; the page stays short for them. */
  const [isReading, setReading] = useState(false)
  const agreed =
    consents.state === 'ready'
      ? consents.data
          .filter(({ purpose }) => form.agreed.includes(purpose))
          .map(({ purpose, version }) => ({ purpose, version }))
      : []
  const missing = isTried ? missingWords(form) : null

  const send = (others: string[] = []) => {
    setTried(true)
    if (missingWords(form) === null && paperOf(form.said) && agreed.length > 0) onSend(agreed, others)
    if (register.code === 'CONSENT_OUTDATED') void consents.reload()
  }
  return (
    <PageFrame
      title="登记老人"
      dense
      action={
        <>
          {missing && <Notice>{missing}</Notice>}
          <Trouble
            stationId={stationId}
            register={register}
            wanted={wantedTitles(consents, register.detail)}
            onOther={(elderId) => send([elderId])}
          />
          <Button pending={register.isPending} onTap={() => send()}>
            登记好，给老人一张卡
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          回到前一步
        </Button>
      }
    >
      <Title>{form.name.trim()}住在哪里？</Title>
      <Field
        label="小区或楼"
        value={form.building}
        onChange={(building) => onChange({ building })}
        placeholder="长江路 18 弄 3 号楼"
        maxLength={longest.building}
        trouble={isTried && form.building.trim() === '' ? '写上小区或者哪一栋楼。' : null}
      />
      <Field
        label="门牌号（可以不写）"
        value={form.room}
        onChange={(room) => onChange({ room })}
        placeholder="502 室"
        maxLength={longest.room}
      />
      <Heading>和谁住</Heading>
      <Segmented
        label="和谁住"
        options={optionsOf(livingWord)}
        value={form.living}
        onPick={(living) => onChange({ living })}
      />
      <Heading>户口在哪里？（可以不选）</Heading>
      <Segmented
        label="户口在哪里？"
        options={optionsOf(hukouWord)}
        value={form.hukou}
        onPick={(hukou) => onChange({ hukou })}
      />
      {form.hukou !== '' && form.hukou !== 'thisDistrict' && (
        <DateEntry
          label="哪一天住到这里的（可以不填）"
          value={form.residentSince}
          onChange={(residentSince) => onChange({ residentSince })}
          latest={dateOf(cloudNow())}
        />
      )}

      <Heading>老人同意什么？</Heading>
      <Soft>一项一项问，点头的才勾上。签字单上有全文，电话里要念给老人听。</Soft>
      <Button kind="quiet" onTap={() => setReading(!isReading)}>
        {isReading ? '收起全文' : '看每一项的全文'}
      </Button>
      <LoadedPart load={consents}>
        {(texts) => (
          <Checks
            label="老人同意什么？"
            options={texts.map(({ purpose, title, text }) => ({
              value: purpose,
              word: title,
              ...(isReading && { hint: text }),
            }))}
            values={form.agreed}
            onChange={(purposes) => onChange({ agreed: purposes })}
          />
        )}
      </LoadedPart>
      <PaperEntry value={form.said} onChange={(said) => onChange({ said })} isTried={isTried} />
      {children(agreed)}
    </PageFrame>
  )
}

/** What has no box of its own that could say it is missing. */
function missingWords(form: Form): string | null {
  if (form.building.trim() === '') return '还没有写小区或楼。'
  if (form.living === '') return '还没有选和谁住。'
  return form.agreed.length === 0 ? '还没有勾老人同意什么。' : null
}
