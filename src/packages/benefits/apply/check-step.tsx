import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { Heading, Soft, Strong, Title } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import type { Whom } from './for-whom'
import type { Photos } from './use-photos'

/** What is written besides the photos. */
export interface Said {
  note: string
  channel: Told
}

interface Props {
  whom: Whom
  word: string
  papers: readonly string[]
  photos: Photos
  said: Said
  /** Something was sent before; this adds to it. */
  isAdding: boolean
  onSaid(said: Partial<Said>): void
}

/** Everything once more before it is sent. */
export function CheckStep({ whom, word, papers, photos, said, isAdding, onSaid }: Props) {
  const lacking = papers.filter((paper) => !photos.photos.some(({ label }) => label === paper))
  return (
    <>
      <Title>看一看，对不对？</Title>
      <Card>
        <Facts
          rows={[
            { name: '给谁申请', value: whom.name },
            { name: '认定什么', value: word },
          ]}
        />
      </Card>
      {photos.photos.length > 0 && <Heading>{`照片，一共 ${photos.photos.length} 张`}</Heading>}
      {photos.photos.map(({ id, label, tempPath }, nth) => (
        <Card key={id}>
          <View className="apply-row">
            {tempPath === null ? (
              <Icon name="circle-check-big" size={48} />
            ) : (
              <Photo link={tempPath} label={`第 ${nth + 1} 张，${label}`} small />
            )}
            <View className="apply-row-words">
              <Strong>{label}</Strong>
              {tempPath === null && <Soft small>已经传上去了</Soft>}
            </View>
            <View className="apply-row-end">
              <Button kind="quiet" label={`去掉：第 ${nth + 1} 张，${label}`} onTap={() => photos.remove(id)}>
                去掉
              </Button>
            </View>
          </View>
        </Card>
      ))}
      {lacking.length > 0 && (
        <Notice kind="info">
          {photos.photos.length > 0 || isAdding
            ? `还没有拍：${lacking.join('、')}。这样也能发，缺什么会告诉您。`
            : `还没有拍：${lacking.join('、')}。至少先拍一张。`}
        </Notice>
      )}
      {whom.stationId && <ToldHow value={said.channel} onPick={(channel) => onSaid({ channel })} />}
      <Field
        label="还想说一句（可以不写）"
        value={said.note}
        onChange={(note) => onSaid({ note })}
        answers={['有的证件正在补办', '看不清就打电话问我']}
        placeholder="看材料的人会看到"
        long
      />
      <Soft>发出去以后，由街道或者区里的工作人员看材料。办到哪一步，随时能看，也能撤回。</Soft>
    </>
  )
}
