import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { photoLink } from '@/platform/photos/link'
import { aria } from '../aria'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  /** Of the drawing. */
  name: string
  /** The id of a photo, where there is one. */
  photo?: string
  /** What it shows: 红烧鱼套餐. */
  of: string
}

/** The photo of a set meal; where there is none, or it cannot be had, its drawing. */
export function MealPicture({ name, photo, of }: Props) {
  const [lost, setLost] = useState<string>()
  if (photo === undefined || photo === lost) return <Drawing name={name} />
  return (
    <View className="meal-picture" {...aria({ role: 'img', label: `${of}的照片` })}>
      <Image
        className="meal-picture-drawing"
        src={photoLink(photo)}
        mode="aspectFill"
        onError={() => setLost(photo)}
      />
    </View>
  )
}

/** Where it cannot be had either, a sign. It repeats the name beside it, so readers skip it. */
function Drawing({ name }: { name: string }) {
  const [hasFailed, setFailed] = useState(PICTURES === '')
  return (
    <View className="meal-picture" {...aria({ hidden: true })}>
      {hasFailed ? (
        <Icon name="soup" size={48} />
      ) : (
        <Image
          className="meal-picture-drawing"
          src={`${PICTURES}/${name}.svg`}
          mode="aspectFill"
          onError={() => setFailed(true)}
        />
      )}
    </View>
  )
}
