import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ring } from '@/platform/ring'
import { call } from '@/services/cloud'
import { useReading } from '@/services/use-reading'

interface Props {
  orderId: string
  /** 王秀英的午餐 */
  meal: string
  /** What is said where no number is registered. */
  nobody: string
}

/** The number comes with the tap, and is dialled at once. */
export function Ring({ orderId, meal, nobody }: Props) {
  const reading = useReading()
  const [isUnknown, setUnknown] = useState(false)
  const dial = async () => {
    const found = await reading.read(() => call('meals.ring', { orderId }))
    setUnknown(found?.phone === null)
    if (found && found.phone !== null) ring(found.phone)
  }
  const trouble = reading.trouble ?? (isUnknown ? nobody : null)
  return (
    <>
      {trouble && <Notice>{trouble}</Notice>}
      <Button
        kind="second"
        icon="phone"
        pending={reading.isPending}
        onTap={() => void dial()}
        label={`打电话，${meal}`}
      >
        打电话
      </Button>
    </>
  )
}
