import { Button } from '@tarojs/components'
import { carried } from '@/platform/share'
import { aria } from '../aria'
import '../button/index.scss'
import type { ShareButtonProps } from './index'
import './index.scss'

/** WeChat shares a card only from a button of its own; it looks like ours. */
export function ShareButton({ card, to, about, kind = 'primary' }: ShareButtonProps) {
  return (
    <Button
      className={`button button-${kind} share-button`}
      hoverClass="tap-pressed"
      openType="share"
      {...carried(card)}
      {...aria({ role: 'button', label: about && `用微信发给${to}，${about}` })}
    >
      {`用微信发给${to}`}
    </Button>
  )
}
