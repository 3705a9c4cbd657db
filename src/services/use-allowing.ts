import type { ActFor } from '#types/people'
import { useCloud } from './use-loaded'
import { callWord } from './words'

/** How a relative comes to what they may not do yet. */
interface Allowing {
  /** 请妈妈到驿站说一声… */
  words: string
  /** Whether somebody has to go to a station for it, as far as the cloud tells this relative. */
  isAtStation: boolean
}

/** On the elder's own phone where she has one, else at her station; null while that is not known yet. */
export function useAllowing(elder: ActFor): Allowing | null {
  const file = useCloud('people.file', { elderId: elder.id })
  const who = callWord(elder)
  if (file.state === 'loading') return null
  if (file.state === 'failed') {
    const words = `请${who}到驿站说一声，或者在自己手机的“谁能替我办”里改一改您能办什么。`
    return { words, isAtStation: true }
  }
  return file.data.hasOwnPhone
    ? {
        words: `请${who}在自己的手机上打开银龄驿，点“我的”，再点“谁能替我办”，改一改您能办什么。`,
        isAtStation: false,
      }
    : { words: `请${who}到驿站说一声，工作人员当场办好。`, isAtStation: true }
}
