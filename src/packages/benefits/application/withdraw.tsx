import { useState } from 'react'
import type { Application } from '#types/eligibility/applications'
import { applicationMoves, can } from '#types/states'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { appliedWord } from '@/services/application-words'
import { useAct } from '@/services/use-act'

interface Props {
  application: Application
  /** 您, 妈妈, 王秀英 */
  who: string
  onWithdrawn(application: Application): void
}

/** The way out while nobody has decided: asks once, saying what happens. */
export function Withdraw({ application, who, onWithdrawn }: Props) {
  const withdraw = useAct('eligibility.withdraw')
  const [isAsking, setAsking] = useState(false)
  if (!can(application.state, 'withdraw', applicationMoves)) return null

  const close = () => {
    withdraw.clear()
    setAsking(false)
  }
  const sure = async () => {
    const withdrawn = await withdraw.run({ applicationId: application.id })
    if (!withdrawn) return
    setAsking(false)
    onWithdrawn(withdrawn)
  }
  return (
    <>
      <Button kind="quiet" onTap={() => setAsking(true)}>
        不申请了，撤回来
      </Button>
      {isAsking && (
        <Sheet
          title="要撤回这次申请吗？"
          onClose={close}
          trouble={withdraw.trouble}
          action={
            <Button pending={withdraw.isPending} onTap={() => void sure()}>
              确定撤回
            </Button>
          }
          second={
            <Button kind="second" onTap={close}>
              不撤回，接着等
            </Button>
          }
        >
          <Soft>
            {`撤回以后，就没有人再看${who === '您' ? '您' : who}的“${appliedWord(application)}”材料了。以后想申请，还可以再来，要重新拍照片。`}
          </Soft>
        </Sheet>
      )}
    </>
  )
}
