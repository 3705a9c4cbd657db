import { useState } from 'react'
import type { UnseenPhoto } from '#types/meals/menus'
import { unseenPhotoWord } from '#types/words/meals/unseen-photos'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { Heading, Soft } from '@/components/text'
import { photoLink } from '@/platform/photos/link'
import type { DishPhotoDraft } from './use-dish-photo'

interface Props {
  /** What it shows: a dish or a set, by its name. */
  name: string
  photo: DishPhotoDraft
  /** The one that is stored; null: none. */
  stored: string | null
  /** Why the stored one is shown to nobody. */
  unseen: UnseenPhoto | undefined
}

/** A photo of what is written, to be taken, taken again or done without: then a drawing stands in its place. */
export function PhotoField({ name, photo, stored, unseen }: Props) {
  const { value, tempPath, isSending } = photo
  const isStored = value !== null && value === stored
  const [lost, setLost] = useState<string | null>(null)
  const link = tempPath ?? (isStored && !unseen && value !== lost ? photoLink(value) : null)
  const has = value !== null || tempPath !== null
  const word = unseen && isStored ? unseenPhotoWord[unseen] : unseenPhotoWord.awaited
  return (
    <>
      <Heading>照片</Heading>
      {!has && <Soft>没有照片，老人看到的是图画。</Soft>}
      {link && <Photo link={link} label={`${name || '这道菜'}的照片`} onFail={() => setLost(value)} />}
      {isSending && <Notice kind="info">正在传照片，请等一等。</Notice>}
      {photo.trouble && <Notice>{photo.trouble}</Notice>}
      {value !== null && !isSending && !photo.isLeft && (unseen || !isStored) && (
        <Notice kind={isStored && unseen !== 'awaited' ? 'warn' : 'info'}>{word}</Notice>
      )}
      {photo.isLeft && (
        <Button kind="second" onTap={() => void photo.again()}>
          再传一次这张照片
        </Button>
      )}
      <Button kind="second" icon="camera" pending={isSending} onTap={() => void photo.take()}>
        {has ? '换一张照片' : '拍一张，或者从相册选'}
      </Button>
      {has && !isSending && (
        <Button kind="quiet" onTap={photo.remove}>
          不要照片
        </Button>
      )}
    </>
  )
}
