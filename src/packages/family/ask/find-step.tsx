import { longest } from '#types/limits'
import { Card } from '@/components/card'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Segmented } from '@/components/segmented'
import { Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { CodeField } from '../code-field'
import type { StepProps, Wish } from './wish'

interface Props extends StepProps {
  idNumber: string
  onIdNumber(idNumber: string): void
  /** Why the elder was not found. */
  trouble: string | null
}

/** Which elder it is: by what only somebody near her has at hand. */
export function FindStep({ wish, write, idNumber, onIdNumber, trouble }: Props) {
  return (
    <>
      <Title>想替哪位老人办？</Title>
      <Segmented<Wish['by']>
        label="用什么找到老人"
        options={[
          { value: 'code', word: '用服务卡' },
          { value: 'idNumber', word: '用身份证' },
        ]}
        value={wish.by}
        onPick={(by) => write({ by })}
      />
      {wish.by === 'code' ? (
        <CodeField
          label="老人服务卡上的码"
          value={wish.code}
          onChange={(code) => write({ code })}
          trouble={trouble}
        />
      ) : (
        <>
          <IdNumberField
            label="老人的身份证号"
            value={idNumber}
            onChange={onIdNumber}
            trouble={trouble}
            without="请选“用服务卡”"
          />
          <Field
            label="老人的名字"
            value={wish.elderName}
            onChange={(elderName) => write({ elderName })}
            placeholder="和身份证上一样"
            maxLength={longest.name}
          />
        </>
      )}
      <Soft>
        {wish.by === 'code'
          ? '服务卡在老人手里，也在老人手机的“我的”里。'
          : '号码只用来找到老人，不留在这部手机上。'}
      </Soft>
      <Card>
        <ListRow
          title="老人还没有登记过"
          hint="先替老人登记"
          onTap={() => open('packages/family/register', { for: 'kin' })}
        />
        <ListRow title="老人给了我邀请码" onTap={() => open('packages/family/join')} />
      </Card>
    </>
  )
}
