import type { ErrorDetail } from '#types/errors'
import type { ConsentState } from '#types/people/elders'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { replaceBy } from '@/platform/navigation'
import type { Act } from '@/services/use-act'
import type { Loaded } from '@/services/use-loaded'

interface TroubleProps {
  stationId: string
  register: Act<'people.registerAt'>
  /** What nobody can be registered without. */
  wanted: string
  /** The clerk has looked at whoever has the number: this is another person. */
  onOther(elderId: string): void
}

/** Why she was not registered, and the way to her where she is registered already. */
export function Trouble({ stationId, register, wanted, onOther }: TroubleProps) {
  if (!register.trouble || register.code === 'MAYBE_REGISTERED') return null
  if (register.code === 'CONSENT_MISSING' && wanted) {
    return <Notice>{`老人没有同意“${wanted}”，还不能登记。念给老人听，同意了再勾上。`}</Notice>
  }
  const { elderId } = register.detail
  if (register.code !== 'ALREADY_REGISTERED' || typeof elderId !== 'string') {
    return <Notice>{register.trouble}</Notice>
  }
  const isProven = register.detail.isProven === true
  return (
    <>
      <Notice>
        {isProven
          ? '这个身份证号已经登记过了，不用再登一次。'
          : '这个身份证号已经登记过了，证件还没有人核对。先打开看看，是同一位就不用再登。'}
      </Notice>
      <Button kind="pine" onTap={() => replaceBy('packages/staff/elder', { stationId, elderId })}>
        打开这位老人
      </Button>
      {!isProven && (
        <Button kind="second" onTap={() => onOther(elderId)}>
          看过了，不是同一位，另登一位
        </Button>
      )}
    </>
  )
}

/** What the cloud misses among the consents, by its titles. */
export function wantedTitles(consents: Loaded<ConsentState[]>, { purposes }: ErrorDetail): string {
  if (consents.state !== 'ready' || !Array.isArray(purposes)) return ''
  return consents.data
    .filter(({ purpose }) => purposes.includes(purpose))
    .map(({ title }) => title)
    .join('、')
}
