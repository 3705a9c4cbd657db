import { useRef, useState } from 'react'
import { storePhoto } from '@/platform/photos/store'
import { takePhoto } from '@/platform/photos/take'
import { call } from '@/services/cloud'
import { newKey } from '@/services/keys'
import { mayUse } from '@/services/privacy'
import { isLost, notAgreed, notKeptSentence, notTakenSentence } from './photo-words'

/** A browser asks by itself; WeChat opens the camera only for whoever has agreed to the privacy guide. */
const isAsked = process.env.TARO_ENV === 'weapp'

/** A photo that was just taken, and how far it got. */
interface Taken {
  /** Also the key with which its place in the cloud is asked for: asked twice, it is the same place. */
  id: string
  tempPath: string
  path: string | null
  fileId: string | null
  /** By which id a menu names it; null: it has not arrived. */
  photo: string | null
}

const fresh = (tempPath: string): Taken => ({
  id: newKey(),
  tempPath,
  path: null,
  fileId: null,
  photo: null,
})

/**
 * The photo of a dish or a set that is being written. It is sent as soon as it is taken; one that does not arrive can be sent again, and
 * what was written stays.
 * @param value by which id it is named; null: none
 */
export function useDishPhoto(
  kitchenId: string,
  value: string | null,
  onChange: (photo: string | null) => void,
) {
  const [taken, setTaken] = useState<Taken | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const change = useRef(onChange)
  change.current = onChange // meanwhile more was written

  const keep = async (one: Taken) => {
    let known = one
    const learn = (part: Partial<Taken>) => {
      known = { ...known, ...part }
      setTaken(known)
    }
    setTrouble(null)
    setSending(true)
    try {
      learn({})
      const path = known.path ?? (await call('meals.startDishPhoto', { kitchenId, key: known.id })).path
      learn({ path })
      const fileId = known.fileId ?? (await storePhoto(path, known.tempPath))
      learn({ fileId })
      const { photo } = await call('meals.keepDishPhoto', { kitchenId, path, fileId, key: known.id })
      learn({ photo })
      change.current(photo)
    } catch (error) {
      setTrouble(notKeptSentence(error))
      if (isLost(error)) setTaken(null)
    } finally {
      setSending(false)
    }
  }

  const take = async () => {
    setTrouble(null)
    try {
      if (isAsked && !(await mayUse('照片', true))) return setTrouble(notAgreed)
      const got = await takePhoto()
      if (got) await keep(fresh(got.tempPath))
    } catch (error) {
      setTrouble(notTakenSentence(error))
    }
  }

  return {
    value,
    /** The picture itself, as long as the phone has it. */
    tempPath: taken && (taken.photo === null || taken.photo === value) ? taken.tempPath : null,
    /** It is here, and did not arrive. */
    isLeft: taken !== null && taken.photo === null && !isSending,
    isSending,
    trouble,
    take,
    again: () => (taken ? keep(taken) : Promise.resolve()),
    remove: () => {
      setTaken(null)
      setTrouble(null)
      onChange(null)
    },
  }
}

export type DishPhotoDraft = ReturnType<typeof useDishPhoto>
