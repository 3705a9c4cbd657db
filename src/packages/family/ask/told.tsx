import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Lead, Title } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { openTab } from '@/platform/navigation'
import type { Asked } from './wish'

/** It is up to her now. */
export function Told({ asked: { name, relation, state } }: { asked: Asked }) {
  if (state === 'granted') {
    return (
      <PageFrame title="替家人办" action={<Button onTap={() => openTab('pages/me')}>到“我的”看看</Button>}>
        <Title>{name}早就同意了</Title>
        <Notice kind="ok">您已经能替老人办事，不用再问一次。</Notice>
      </PageFrame>
    )
  }
  return (
    <PageFrame title="替家人办" action={<Button onTap={() => openTab('pages/me')}>知道了</Button>}>
      <Title>{`等${name}同意`}</Title>
      <Notice kind="info">同意以前，您还什么都看不到、办不了。</Notice>
      <Card>
        <Lead>{relation === 'guardian' ? '请带上文件' : '老人有手机'}</Lead>
        <View>
          {keepWhole(
            relation === 'guardian'
              ? '带着法院或者公证处的文件到老人的驿站，工作人员看过就能办。'
              : '请老人打开银龄驿，首页最上面就是您的名字，点进去，再点同意。',
          )}
        </View>
      </Card>
      {relation !== 'guardian' && (
        <Card>
          <Lead>老人没有手机</Lead>
          <View>{keepWhole('请老人到驿站说一声同意，工作人员当场办好。')}</View>
        </Card>
      )}
    </PageFrame>
  )
}
