import { View } from '@tarojs/components'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  /** A full verb: 确认预订. */
  children: string
  onTap(): void
  /** `primary`: the one thing to do here; `pine`: the same where people come; `alarm`: rings for help. */
  kind?: 'primary' | 'pine' | 'alarm' | 'second' | 'quiet'
  icon?: IconName
  /** While the cloud is asked: says so and takes no second tap. */
  pending?: boolean
  disabled?: boolean
  /** For readers, where the words alone do not tell which one: must contain them. */
  label?: string
}

export function Button({
  children,
  onTap,
  kind = 'primary',
  icon,
  pending = false,
  disabled = false,
  label,
}: Props) {
  const look = disabled ? 'off' : kind
  return (
    <Tap
      className={`button button-${look}`}
      onTap={onTap}
      busy={pending}
      disabled={disabled}
      label={pending ? `${children}，请稍等` : label}
    >
      {icon && !pending && <Icon name={icon} />}
      <View className="button-words">{pending ? '请稍等' : keepWhole(children)}</View>
    </Tap>
  )
}
