import { View } from '@tarojs/components'
import type { ErrorDetail } from '#types/errors'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { PageFrame } from '@/components/page-frame'
import { Lead, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { ring } from '@/platform/ring'
import type { Whom } from './form'

interface Props {
  whom: Whom
  /** Who it is, masked, and the station that knows her, where the cloud may tell. */
  detail: ErrorDetail
  onBack(): void
}

/** She is registered: nothing was lost, and there is another way. */
export function AlreadyThere({ whom, detail, onBack }: Props) {
  const name = textOf(detail.name)
  const stationName = textOf(detail.stationName)
  const stationPhone = textOf(detail.stationPhone)
  const isMe = whom === 'me'
  return (
    <PageFrame
      title={isMe ? '登记' : '替家人登记'}
      action={
        isMe ? (
          <Button onTap={() => open('packages/family/join')}>我有邀请码</Button>
        ) : (
          <Button onTap={() => open('packages/family/ask')}>请老人同意我帮忙</Button>
        )
      }
      second={
        stationPhone && (
          <Button kind="second" icon="phone" onTap={() => ring(stationPhone)}>
            打电话给驿站
          </Button>
        )
      }
    >
      <Title>{name ? `${name}已经登记过了` : '这个身份证号已经登记过了'}</Title>
      {stationName && (
        <Card>
          <Lead>{stationName}</Lead>
          <Soft>登记在这一家</Soft>
        </Card>
      )}
      {!name && <View>先看看号码抄错没有，是不是这位老人的。</View>}
      <View>
        {isMe
          ? '不用再登一次。请驿站给您一个邀请码，填上就接到这部手机上了。'
          : '不用再登一次。请老人同意您帮忙就行，用老人的服务卡或者身份证号来找。'}
      </View>
      <Card>
        <ListRow title="不对，回去改一改" onTap={onBack} />
      </Card>
    </PageFrame>
  )
}

const textOf = (value: ErrorDetail[string] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
