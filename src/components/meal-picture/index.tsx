import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import './index.scss'

/** The drawing of a set meal; where it cannot be had, a sign. It repeats the name beside it, so readers skip it. */
export function MealPicture({ name }: { name: string }) {
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
