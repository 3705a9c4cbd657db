import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { canPreviewPhotos, previewPhotos } from '@/platform/photos/preview'
import { aria } from '../aria'
import { Sheet } from '../sheet'
import { Tap } from '../tap'
import './index.scss'

interface Props {
  /** Where the photo is: a link, or a path on this phone. */
  link: string
  /** What it shows: 身份证. */
  label: string
  /** A small one, beside words. */
  small?: boolean
  /** It could not be shown. */
  onFail?(): void
}

/** A photo of a paper; a tap shows it large. */
export function Photo({ link, label, small = false, onFail }: Props) {
  const [isLarge, setLarge] = useState(false)
  const look = () => {
    if (canPreviewPhotos) previewPhotos([link], link)
    else setLarge(true)
  }
  return (
    <>
      <Tap className={small ? 'photo photo-small' : 'photo'} label={`${label}，点一下看大图`} onTap={look}>
        <Image
          className="photo-picture"
          src={link}
          mode={small ? 'aspectFill' : 'widthFix'}
          onError={onFail}
          {...aria({ hidden: true })}
        />
        {!small && <View className="photo-words">点一下看大图</View>}
      </Tap>
      {isLarge && (
        <Sheet title={label} onClose={() => setLarge(false)}>
          <Image className="photo-large" src={link} mode="widthFix" {...aria({ hidden: true })} />
        </Sheet>
      )}
    </>
  )
}
