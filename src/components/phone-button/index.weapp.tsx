import { Button } from '@tarojs/components'
import { aria } from '../aria'
import '../button/index.scss'
import type { PhoneButtonProps } from './index'
import './index.scss'

/** WeChat gives the number only to a button of its own; it looks like our second one. */
export function PhoneButton({ onCode, onRefused, children }: PhoneButtonProps) {
  return (
    <Button
      className="button button-second phone-button"
      hoverClass="tap-pressed"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onRefused())}
      {...aria({ role: 'button' })}
    >
      {children}
    </Button>
  )
}
