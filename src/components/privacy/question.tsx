import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { question } from '@/services/privacy'
import { useStore } from '@/services/store'
import { PrivacyGate } from './index'

/** The question that something on this page waits for. A page that is left has no answer: that is no no. */
export function PrivacyQuestion() {
  const asked = useStore(question)
  const [isInFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => {
    setInFront(false)
    asked?.answer(false)
  })
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
