import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { call } from '@/services/cloud'
import { rememberMe } from '@/services/person'
import { useAct } from '@/services/use-act'

interface Props {
  memberId: string
  /** 妈妈, 王奶奶. */
  who: string
  onClose(): void
}

/** Asks once, saying what ends; then the relative is out of the circle. */
export function Leave({ memberId, who, onClose }: Props) {
  const revoke = useAct('people.revoke')
  const sure = async () => {
    if (!(await revoke.run({ memberId }))) return
    onClose()
    await call('people.me', {}).then(rememberMe, () => undefined) // otherwise it shows the next time
  }
  return (
    <Sheet
      title={`不再替${who}办了吗？`}
      onClose={onClose}
      trouble={revoke.trouble}
      action={
        <Button pending={revoke.isPending} onTap={() => void sure()}>
          确定，不再替办
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          还是留着
        </Button>
      }
    >
      {`从现在起，您看不到${who}的事，也不能替${who}办了。已经订好的不变。以后想再帮忙，要${who}再同意一次。`}
    </Sheet>
  )
}
