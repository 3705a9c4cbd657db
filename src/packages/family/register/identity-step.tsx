import { earliestBirth } from '#types/births'
import { sexWord } from '#types/words/people/elders/sexes'
import { Card } from '@/components/card'
import { DateEntry } from '@/components/date-entry'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { Segmented } from '@/components/segmented'
import { Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import type { Form } from './form'
import type { StepProps } from './parts'

interface Props extends StepProps {
  idNumber: string
  onIdNumber(idNumber: string): void
  /** What the cloud found wrong with the number. */
  trouble: string | null
}

/** The id number says birth date and sex; whoever would rather not give it says those two. */
export function IdentityStep({ form, whom, write, idNumber, onIdNumber, trouble }: Props) {
  const whose = whom === 'me' ? '您的' : '老人的'
  return (
    <>
      <Title>
        {form.knows === 'idNumber'
          ? `${whose}身份证号是多少？`
          : `${whom === 'me' ? '您' : '老人'}是哪天生的？`}
      </Title>
      <Segmented<Form['knows']>
        label="用什么登记"
        options={[
          { value: 'idNumber', word: '填身份证号' },
          { value: 'birthDate', word: '不填号码' },
        ]}
        value={form.knows}
        onPick={(knows) => write({ knows })}
      />
      {form.knows === 'idNumber' ? (
        <>
          <IdNumberField
            label={`${whose}身份证号`}
            value={idNumber}
            onChange={onIdNumber}
            trouble={trouble}
            without="请选“不填号码”"
          />
          <Card>
            <Soft>
              有了号码，就不会把{whom === 'me' ? '您' : '老人'}
              和同名的人弄混，该有的补贴也好算。号码会锁起来存，别人只看得到最后四位。也可以先不填，以后到驿站再补。
            </Soft>
          </Card>
        </>
      ) : (
        <>
          <DateEntry
            label={`${whose}出生日期`}
            value={form.birthDate}
            onChange={(birthDate) => write({ birthDate })}
            earliest={earliestBirth(dateOf(cloudNow()))}
            latest={dateOf(cloudNow())}
          />
          <Segmented
            label={`${whose}性别`}
            options={[
              { value: 'female', word: sexWord.female },
              { value: 'male', word: sexWord.male },
            ]}
            value={form.sex ?? ''}
            onPick={(sex) => (sex === 'female' || sex === 'male') && write({ sex })}
          />
        </>
      )}
    </>
  )
}
