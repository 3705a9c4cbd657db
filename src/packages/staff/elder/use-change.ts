import { useState } from 'react'
import type { ElderFile } from '#types/people/elders'
import { buzz } from '@/platform/buzz'
import { useAct, type WriteTo } from '@/services/use-act'

/** A change of an elder's file, and whether the last one was kept. `touch` when something is written again. */
function useChange<N extends 'people.correct' | 'people.verify'>(name: N, onFile: (file: ElderFile) => void) {
  const act = useAct(name)
  const [isSaved, setSaved] = useState(false)
  const send = async (input: WriteTo<N>): Promise<boolean> => {
    setSaved(false)
    const file = await act.run(input)
    if (!file) return false
    onFile(file as ElderFile) // what both actions answer with, which TypeScript cannot see for a generic name
    buzz()
    setSaved(true)
    return true
  }
  const touch = () => {
    if (isSaved) setSaved(false)
    if (act.code !== null) act.clear()
  }
  return { act, isSaved, send, touch }
}

export const useCorrect = (onFile: (file: ElderFile) => void) => useChange('people.correct', onFile)
export const useVerify = (onFile: (file: ElderFile) => void) => useChange('people.verify', onFile)
