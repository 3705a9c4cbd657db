import { Button } from '@tarojs/components'
import type { PhoneButtonProps } from './index'
import './index.scss'

/** WeChat gives the number only to a button of its own. */
export function PhoneButton({ onCode, onRefused, children }: PhoneButtonProps) {
  return (
    <Button
      className="phone-button"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onRefused())}
    >
      {children}
    </Button>
  )
}
