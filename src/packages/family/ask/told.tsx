import { AskedWays } from '@/components/agree-ways/asked-ways'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
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
  if (state === 'declined') {
    return (
      <PageFrame title="替家人办" action={<Button onTap={() => openTab('pages/me')}>知道了</Button>}>
        <Title>{`${name}今天没有同意`}</Title>
        <Notice kind="info">今天不用再问了。请先打电话和老人说好，明天再请求一次。</Notice>
        <Soft>
          急着办的，请带老人的服务卡去驿站：老人签字，或者在电话里说同意，工作人员当场就给您开邀请码。
        </Soft>
      </PageFrame>
    )
  }
  return (
    <PageFrame title="替家人办" action={<Button onTap={() => openTab('pages/me')}>知道了</Button>}>
      <Title>{`等${name}同意`}</Title>
      <Notice kind="info">同意以前，您还什么都看不到、办不了。</Notice>
      <AskedWays relation={relation} />
    </PageFrame>
  )
}
