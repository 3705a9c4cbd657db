import { View } from '@tarojs/components'
import { startAnew } from '@/platform/update'
import { isNewerReady } from '@/services/newer'
import { useStore } from '@/services/store'
import { Button } from '../button'
import { Card } from '../card'

/** That a newer version waits. Only on tabs, where nothing is being written; on all other pages nobody is disturbed. */
export function Newer() {
  if (!useStore(isNewerReady)) return null
  return (
    <Card>
      <View>银龄驿有新的版本了，点一下就换上。办过的事都还在。</View>
      <Button kind="second" icon="refresh-cw" onTap={startAnew}>
        换成新的版本
      </Button>
    </Card>
  )
}
