import { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { openTab } from './platform/navigation'
import { openCloud } from './services/cloud'
import { watchForNewer } from './services/newer'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    watchForNewer()
  })
  usePageNotFound(() => openTab('pages/home')) // an old card that was shared, a link that was cut
  return children
}
