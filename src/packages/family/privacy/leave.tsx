import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Soft, Strong } from '@/components/text'
import { forgetRegistered } from '@/services/registered-kin'
import { useAct } from '@/services/use-act'

/** For people who are no elder: the cloud forgets them. */
export function Leave({ onClose, onLeft }: { onClose(): void; onLeft(): void }) {
  const leave = useAct('people.leave')
  const sure = async () => {
    if (!(await leave.run({}))) return
    forgetRegistered()
    onLeft()
  }
  return (
    <Sheet
      title="要我们忘掉您吗？"
      onClose={onClose}
      trouble={leave.trouble}
      action={
        <Button pending={leave.isPending} onTap={() => void sure()}>
          忘掉我
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          不用，留着
        </Button>
      }
    >
      <Strong>您的名字会马上删掉，找不回来。</Strong>
      <Soft>您不能再替老人看、替老人办，在这里的工作也没有了。以后想用，要老人或者单位重新加您。</Soft>
    </Sheet>
  )
}
