import { Button } from '@tarojs/components'
import type { AgreeProps } from './agree-button'
import './agree-button.scss'

/** WeChat takes an agreement only from a button of its own. */
export function AgreeButton({ onAgree, children }: AgreeProps) {
  return (
    <Button
      id="agree-privacy"
      className="agree-button"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}
