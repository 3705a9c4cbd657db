import { useState } from 'react'
import { Button } from '@/components/button'
import { PhoneButton } from '@/components/phone-button'
import { PrivacyGate } from '@/components/privacy'
import { usePrivacy } from '@/services/privacy'

/** A browser has no number to give. */
export const canGiveNumber = process.env.TARO_ENV === 'weapp'

const own = '用微信里的手机号'
const typeIt = '没有取到手机号。请自己填，一样能办。'

interface Props {
  onCode(code: string): void
  onTrouble(trouble: string): void
}

/** WeChat gives the number only to whoever has agreed to its privacy guide; nothing where it gives none. */
export function OwnNumber({ onCode, onTrouble }: Props) {
  const privacy = usePrivacy()
  const [isAsking, setAsking] = useState(false)
  if (privacy.state === 'agreed') {
    return (
      <PhoneButton onCode={onCode} onRefused={() => onTrouble(typeIt)}>
        {own}
      </PhoneButton>
    )
  }
  if (privacy.state !== 'needed') return null
  const answer = (say: () => void) => () => {
    say()
    setAsking(false)
  }
  return (
    <>
      <Button kind="second" onTap={() => setAsking(true)}>
        {own}
      </Button>
      {isAsking && (
        <PrivacyGate
          asks={['手机号']}
          onAgree={answer(privacy.agree)}
          onRefuse={answer(() => {
            privacy.refuse()
            onTrouble(typeIt)
          })}
        />
      )}
    </>
  )
}
