import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { question } from '@/services/privacy'
import { useStore } from '@/services/store'
import { PrivacyGate } from './index'

/**
 * The question that something on this page waits for. It waits on while something lies over the page, as WeChat's guide does that
 * it opens; a page that is left has no answer, which is no no.
 */
export function PrivacyQuestion() {
  const asked = useStore(question)
  const [isInFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  useEffect(() => () => question.get()?.answer(false), [])
  if (!asked || !isInFront) return null
  return (
    <PrivacyGate
      asks={[asked.what]}
      onAgree={() => asked.answer(true)}
      onRefuse={() => asked.answer(false)}
    />
  )
}
