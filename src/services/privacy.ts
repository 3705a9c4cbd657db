import { useEffect, useState } from 'react'
import { isPrivacyAsked, keepPrivacyYes, openPrivacyGuide } from '@/platform/privacy'
import { createStore, useStore } from './store'

/** What WeChat's privacy guide is asked for. */
export type Private = '手机号' | '位置' | '照片'

type PrivacyState = 'unknown' | 'needed' | 'agreed' | 'refused'

interface Privacy {
  /** `needed`: nobody was asked on this visit; `refused`: they said no, and are not asked again on this visit. */
  state: PrivacyState
  agree(): void
  refuse(): void
  /** Opens WeChat's privacy guide; a browser has none. */
  open(): void
}

/** What was answered on this visit; all pages know it. */
const answer = createStore<'agreed' | 'refused' | null>(null)

export const agree = () => {
  keepPrivacyYes()
  answer.set('agreed')
}
export const refuse = () => answer.set('refused')

/** Where WeChat's privacy guide stands for this person. Nothing but what needs it depends on the answer. */
export function usePrivacy(): Privacy {
  const answered = useStore(answer)
  const [isAsked, setAsked] = useState<boolean | null>(null)
  useEffect(() => {
    let isOver = false
    void isPrivacyAsked().then((asked) => {
      if (!isOver) setAsked(asked)
    })
    return () => {
      isOver = true
    }
  }, [])
  return { state: stateOf(isAsked, answered), agree, refuse, open: openPrivacyGuide }
}

function stateOf(isAsked: boolean | null, answered: 'agreed' | 'refused' | null): PrivacyState {
  if (isAsked === false) return 'agreed'
  return answered ?? (isAsked === null ? 'unknown' : 'needed')
}

/** What somebody waits for; the page in front asks it. */
interface Question {
  what: Private
  answer(isAgreed: boolean): void
}
export const question = createStore<Question | null>(null)

let asking: Promise<boolean> | null = null

/**
 * Whether this may be used: asks where that is not known yet, through the page in front. A second asker joins the first.
 * @param isAskedAgain somebody who said no on this visit has just tapped for it
 */
export async function mayUse(what: Private, isAskedAgain: boolean): Promise<boolean> {
  if (!(await isPrivacyAsked()) || answer.get() === 'agreed') return true
  if (answer.get() === 'refused' && !isAskedAgain) return false
  asking ??= new Promise<boolean>((resolve) => question.set({ what, answer: resolve })).finally(() => {
    question.set(null)
    asking = null
  })
  return asking
}
