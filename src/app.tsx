import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { openCloud } from './services/cloud'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(openCloud)
  return children
}
