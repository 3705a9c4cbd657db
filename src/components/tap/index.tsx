import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { isMeant } from '@/services/taps'
import { type Aria, aria } from '../aria'
import { placeOf } from './place-of'
import './index.scss'

interface Props extends Aria {
  onTap(): void
  className?: string
  style?: CSSProperties
  id?: string
  children: ReactNode
}

/** Keyboards exist only in a browser, where a view is neither reachable nor pressed by one. */
function keyboard(press: () => void) {
  if (process.env.TARO_ENV === 'weapp') return {}
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  }
  return { tabIndex: 0, onKeyDown }
}

/** Anything that can be tapped: never smaller than 60 px (48 on staff pages), reached by readers and keyboards. What a slip of the finger does is in `taps`. */
export function Tap({ onTap, className = '', style, id, children, ...spoken }: Props) {
  const isOff = spoken.disabled === true || spoken.busy === true
  const press = (place: ReturnType<typeof placeOf>) => {
    if (isMeant(place) && !isOff) onTap()
  }
  return (
    <View
      id={id}
      className={`tap ${className}`}
      style={style}
      hoverClass={isOff ? 'none' : 'tap-pressed'}
      onClick={(event) => press(placeOf(event))}
      {...keyboard(() => press(null))}
      {...aria({ role: 'button', ...spoken })}
    >
      {children}
    </View>
  )
}
