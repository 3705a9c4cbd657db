import { View } from '@tarojs/components'
import type { Me } from '#types/people'
import { Card } from '../card'
import { Lead } from '../text'
import { keepWhole } from '../text/whole'

/** How an elder says yes to somebody who has asked her, with a phone and without; to a guardian the papers do. */
export function AskedWays({ relation }: Pick<Me['asked'][number], 'relation'>) {
  if (relation === 'guardian') {
    return <Way title="请带上文件" words="带着法院或者公证处的文件到老人的驿站，工作人员看过就能办。" />
  }
  return (
    <>
      <Way title="老人有手机" words="请老人打开银龄驿，首页最上面就是您的名字，点进去，再点同意。" />
      <Way title="老人没有手机" words="请老人到驿站说一声同意，工作人员当场办好。" />
    </>
  )
}

function Way({ title, words }: { title: string; words: string }) {
  return (
    <Card>
      <Lead>{title}</Lead>
      <View>{keepWhole(words)}</View>
    </Card>
  )
}
