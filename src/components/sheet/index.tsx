import { View } from '@tarojs/components'
import { Children, type ReactNode, useEffect } from 'react'
import { holdStill } from '@/platform/hold-still'
import { moveFocus } from '@/platform/page'
import { lastOf } from '@/services/last-of'
import { aria } from '../aria'
import { Icon } from '../icon'
import { Notice } from '../notice'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import { FixedLayer } from './fixed-layer'
import './index.scss'

interface Props {
  title: string
  onClose(): void
  children: ReactNode
  /** The one button that stays at its bottom. */
  action?: ReactNode
  /** What else can be done: a button at the end of what is read, where it takes no room from it. */
  second?: ReactNode
  /** Why it was not done: above all else, where it is seen at once; then all but the button is scrolled together. */
  trouble?: string | null
  /** What came of the last tap, as a notice: where a trouble would be. */
  news?: ReactNode
}

const panelId = 'sheet-panel'

/** Keys of a browser: Escape closes, Tab stays inside. */
function keyboard(onClose: () => void) {
  if (process.env.TARO_ENV === 'weapp') return {}
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Tab') stayInside(event)
  }
  return { tabIndex: -1, onKeyDown }
}

/** What does not fit is read by scrolling, also where nothing inside can be tapped. */
const scrolledByKeys = () => (process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 })

function stayInside(event: KeyboardEvent): void {
  const stops = [
    ...(document.getElementById(panelId)?.querySelectorAll<HTMLElement>('[tabindex="0"],input,textarea') ??
      []),
  ]
  const edge = event.shiftKey ? stops[0] : lastOf(stops)
  if (document.activeElement !== edge) return
  event.preventDefault()
  const next = event.shiftKey ? lastOf(stops) : stops[0]
  next?.focus()
}

const isWords = (children: ReactNode): boolean =>
  Children.toArray(children).every((part) => typeof part === 'string')

/** A question over the page, from below. Render it only while it is open. */
export function Sheet({ title, onClose, children, action, second, trouble, news }: Props) {
  const told = trouble ? <Notice>{trouble}</Notice> : news
  useEffect(() => moveFocus(panelId), [])
  useEffect(() => holdStill(panelId), [])
  return (
    <View className="sheet">
      <View className="sheet-shade" onClick={onClose} />
      <View
        id={panelId}
        className={told ? 'sheet-panel sheet-panel-told' : 'sheet-panel'}
        {...keyboard(onClose)}
        {...aria({ role: 'dialog', modal: true, label: title })}
      >
        <View className="sheet-head">
          <View className="heading sheet-title" {...aria({ role: 'heading', level: 2 })}>
            {keepWhole(title)}
          </View>
          <Tap className="sheet-close" label="关上" onTap={onClose}>
            <Icon name="x" size={30} />
          </Tap>
        </View>
        {told && <View className="sheet-told">{told}</View>}
        <View className="sheet-body" {...scrolledByKeys()} {...aria({ role: 'region', label: title })}>
          <View className="sheet-parts">
            <FixedLayer.Provider value>
              {isWords(children) ? <View>{keepWhole(children)}</View> : children}
            </FixedLayer.Provider>
            {second}
          </View>
        </View>
        {action && <View className="sheet-action">{action}</View>}
      </View>
    </View>
  )
}
