import { View } from '@tarojs/components'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { goBack } from '@/platform/navigation'
import { setTitle } from '@/platform/page'
import { useFontFactor } from '@/services/font'
import type { Loaded } from '@/services/use-loaded'
import { aria } from '../aria'
import { Failed } from '../failed'
import { Icon } from '../icon'
import { Newer } from '../newer'
import { News, Notice } from '../notice'
import { PrivacyQuestion } from '../privacy/question'
import { Rescue } from '../rescue'
import { type Tab, TabBar } from '../tab-bar'
import { Tap } from '../tap'
import './index.scss'
import { useFoot } from './use-foot'

type Part<T> = ReactNode | ((data: T) => ReactNode)

interface Props<T> {
  /** In the bar on top: WeChat's on a phone, ours in a browser. */
  title: string
  /** What the page needs before it can show itself; without it the page shows at once. */
  load?: Loaded<T>
  /** Left out by a page that only shows how loading is getting on. */
  children?: Part<T>
  /** Always at the bottom: the one primary button, and why it was not done. */
  action?: Part<T>
  /** What else can be done: a button at the end of the page, where it takes nothing from what is read. */
  second?: Part<T>
  /** Draws the tab bar, and no way back: a tab is where one starts. */
  tab?: Tab
  /** Staff see more at once. */
  dense?: boolean
  /** A page that begins with a greeting has its first heading there, and no bar in a browser. */
  greets?: boolean
  /** Where a life may be in danger: 120 can be rung although nothing could be loaded. */
  rescues?: boolean
}

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** Every page: title, what is being loaded or why it was not, the body, the action at the bottom, the tabs. */
export function PageFrame<T>(props: Props<T>) {
  const { title, load, tab, dense = false, greets = false, rescues = false } = props
  const factor = useFontFactor()
  useEffect(() => setTitle(title), [title])

  const isReady = !load || load.state === 'ready'
  const action = isReady ? part(props.action, load) : null
  const foot = useFoot({ isReady, hasFoot: Boolean(action || tab) })
  return (
    <View
      className={dense ? 'frame frame-dense' : 'frame'}
      style={{ '--k': String(factor) } as CSSProperties}
    >
      {inBrowser && !(greets && isReady) && <TitleBar title={title} canGoBack={!tab} />}
      <View className="frame-body" {...aria({ role: 'main' })}>
        {load?.state === 'loading' && <LoadingShape />}
        {load?.state === 'failed' && rescues && <Rescue />}
        {load?.state === 'failed' && <Failed load={load} />}
        {load?.state === 'ready' && load.trouble && <Notice icon="wifi-off">{staleWords}</Notice>}
        {isReady && part(props.children, load)}
        {isReady && tab && <Newer />}
        {isReady && part(props.second, load)}
      </View>
      {(action || tab) && (
        <View id={foot.id} className={foot.isTall ? 'frame-foot frame-foot-tall' : 'frame-foot'}>
          {action && (
            <View className="frame-action" {...aria({ role: 'region', label: '办理' })}>
              <News.Provider value={foot.onNews}>{action}</News.Provider>
            </View>
          )}
          {tab && <TabBar current={tab} />}
        </View>
      )}
      <PrivacyQuestion />
    </View>
  )
}

export const staleWords = '刚才没有连上，下面是前一次看到的。连上以后会自己更新。'

function part<T>(content: Part<T>, load: Loaded<T> | undefined): ReactNode {
  if (typeof content !== 'function') return content
  return load?.state === 'ready' ? content(load.data) : null
}

function TitleBar({ title, canGoBack }: { title: string; canGoBack: boolean }) {
  return (
    <View className="frame-bar" {...aria({ role: 'banner' })}>
      {canGoBack && (
        <Tap className="frame-back" label="返回" onTap={goBack}>
          <Icon name="chevron-left" size={30} />
        </Tap>
      )}
      <View className="frame-title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
    </View>
  )
}

/** The shape of a page to come, so that nothing leaps when it is there. */
export function LoadingShape() {
  return (
    <View className="frame-loading" {...aria({ role: 'status', live: 'polite' })}>
      <View className="soft">正在打开，请稍等</View>
      <View className="frame-shape frame-shape-low" />
      <View className="frame-shape" />
      <View className="frame-shape" />
    </View>
  )
}
