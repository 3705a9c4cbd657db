import { Button } from '@tarojs/components'
import { aria } from '../aria'
import type { AgreeProps } from './agree-button'
import '../button/index.scss'
import './agree-button.scss'

/** WeChat takes a yes to its privacy guide only from a button of its own; it looks like ours. */
export function AgreeButton({ onAgree, children }: AgreeProps) {
  return (
    <Button
      className="button button-primary agree-button"
      hoverClass="tap-pressed"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
      {...aria({ role: 'button' })}
    >
      {children}
    </Button>
  )
}
