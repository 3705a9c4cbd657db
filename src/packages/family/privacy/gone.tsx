import { View } from '@tarojs/components'
import type { Erased } from '#types/people/privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Heading, Lead, Soft, Title } from '@/components/text'
import { openTab } from '@/platform/navigation'

const home = (
  <Button icon="house" onTap={() => openTab('pages/home')}>
    回首页
  </Button>
)

/** After the end of a registration: what is still kept, why, and for how long. */
export function ErasedPage({ kept }: { kept: Erased['kept'] }) {
  return (
    <PageFrame title="已经注销" action={home}>
      <Title>登记已经注销</Title>
      <Notice kind="ok">资料都删掉了。</Notice>
      {kept.length > 0 && <Heading>按规定还要留一阵的</Heading>}
      {kept.map(({ what, why, until }) => (
        <Card key={what}>
          <View className="privacy-card">
            <Lead>{what}</Lead>
            <View>{why}</View>
            <Soft>{`留${until}，到时候自动删掉。`}</Soft>
          </View>
        </Card>
      ))}
    </PageFrame>
  )
}

export function LeftPage() {
  return (
    <PageFrame title="已经忘掉" action={home}>
      <Title>已经忘掉您了</Title>
      <Notice kind="ok">您的名字、能替谁办、在这里的工作都删掉了。</Notice>
      <Soft>以后想用，还可以再来。</Soft>
    </PageFrame>
  )
}
