import { useRef, useState } from 'react'
import type { NewDocument } from '#types/eligibility/applications'
import { most } from '#types/limits'
import { storePhoto } from '@/platform/photos/store'
import { takePhoto } from '@/platform/photos/take'
import { call } from '@/services/cloud'
import { useDraft } from '@/services/draft'
import { newKey } from '@/services/keys'
import { notStoredSentence, notTakenSentence } from './photo-words'

/** A photo of a paper. `tempPath` is null once the phone has forgotten the picture; by then the cloud has it. */
interface PaperPhoto {
  /** Also the key with which its place in the cloud is asked for: asked twice, it is the same place. */
  id: string
  label: string
  tempPath: string | null
  path: string | null
  fileId: string | null
}

/** Why no photo of this paper was taken, or, without one, why the photos did not arrive. */
interface Trouble {
  paper: string | null
  words: string
}

/**
 * The photos of one application. They leave the phone only when it is sent, one after the other; what has arrived is
 * remembered, so that nothing is taken or stored a second time.
 * @param onChanged another photo was taken, or one taken away
 */
export function usePhotos(
  elderId: string,
  name: string,
  { hours, onChanged }: { hours: number; onChanged(): void },
) {
  const draft = useDraft<{ stored: PaperPhoto[] }>(`${name} photos`, { stored: [] }, hours)
  const [photos, setPhotos] = useState<readonly PaperPhoto[]>(draft.value.stored)
  const latest = useRef(photos)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  /** Which one is on its way, from 1; null while none is. */
  const [sending, setSending] = useState<number | null>(null)

  const put = (next: readonly PaperPhoto[]) => {
    latest.current = next
    setPhotos(next)
    const stored = next.filter(({ fileId }) => fileId !== null)
    draft.write({ stored: stored.map((one) => ({ ...one, tempPath: null })) })
  }
  const change = (id: string, part: Partial<PaperPhoto>) =>
    put(latest.current.map((one) => (one.id === id ? { ...one, ...part } : one)))

  /** Takes one of this paper, in place of another where that one is to be taken again. */
  const take = async (label: string, instead?: string) => {
    setTrouble(null)
    const isThere = () => latest.current.some(({ id }) => id === instead)
    try {
      const taken = await takePhoto()
      if (!taken) return
      const fresh = { id: newKey(), label, tempPath: taken.tempPath, path: null, fileId: null }
      onChanged()
      if (isThere()) put(latest.current.map((one) => (one.id === instead ? fresh : one)))
      else if (latest.current.length < most.photos) put([...latest.current, fresh])
    } catch (error) {
      setTrouble({ paper: label, words: notTakenSentence(error, isThere()) })
    }
  }

  const store = async ({ id, label, tempPath, ...known }: PaperPhoto): Promise<NewDocument> => {
    if (known.path && known.fileId) return { path: known.path, fileId: known.fileId, label }
    const path = known.path ?? (await call('eligibility.startDocument', { elderId, key: id })).path
    change(id, { path })
    const fileId = await storePhoto(path, tempPath ?? '')
    change(id, { fileId })
    return { path, fileId, label }
  }

  /** All of them, in the cloud; null when one did not arrive. */
  const storeAll = async (): Promise<NewDocument[] | null> => {
    setTrouble(null)
    const documents: NewDocument[] = []
    try {
      for (const photo of latest.current) {
        setSending(documents.length + 1)
        documents.push(await store(photo))
      }
      return documents
    } catch (error) {
      setTrouble({ paper: null, words: notStoredSentence(error, documents.length + 1) })
      return null
    } finally {
      setSending(null)
    }
  }

  return {
    photos,
    /** How many of them are from before this page was opened. */
    kept: photos.filter(({ tempPath }) => tempPath === null).length,
    /** What went wrong, on the step of this paper; undefined on a step of none. */
    troubleAt: (paper: string | undefined): string | null =>
      trouble && (trouble.paper === null || trouble.paper === paper) ? trouble.words : null,
    sending,
    take,
    storeAll,
    isFull: photos.length >= most.photos,
    remove: (id: string) => {
      setTrouble(null)
      onChanged()
      put(latest.current.filter((one) => one.id !== id))
    },
    /** The cloud has lost them: those whose picture is still here are to be stored anew. False when none is. */
    forgetStored: (): boolean => {
      const here = latest.current.filter(({ tempPath }) => tempPath !== null)
      put(here.map((one) => ({ ...one, id: newKey(), path: null, fileId: null })))
      return here.length > 0
    },
    discard: draft.discard,
  }
}

export type Photos = ReturnType<typeof usePhotos>
