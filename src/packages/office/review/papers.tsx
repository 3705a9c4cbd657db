import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '#types/eligibility/applications'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { Heading, Soft, Strong } from '@/components/text'
import { call, type ReplyFrom } from '@/services/cloud'
import { useReading } from '@/services/use-reading'

interface Props {
  application: Application
  onOpened(): void
}

/** The photos, opened at a tap: each time is written down, and the links last for a few minutes only. */
export function Papers({ application: { id, documents }, onOpened }: Props) {
  const reading = useReading()
  const [shown, setShown] = useState<ReplyFrom<'eligibility.documents'> | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const open = async () => {
    const found = await reading.read(() => call('eligibility.documents', { applicationId: id }))
    if (!found) return
    setFailed(false)
    setShown(found)
    onOpened()
  }
  return (
    <>
      <Heading>材料</Heading>
      {reading.trouble && <Notice>{reading.trouble}</Notice>}
      {hasFailed && <Notice>有照片没有显示出来，可能打开得太久了。请重新打开。</Notice>}
      {shown && (
        <View className="review-photos">
          {shown.map(({ label, link, isRefused }, nth) => (
            <View key={link ?? `${label} ${nth}`} className="review-photo">
              <Strong>{`${nth + 1}. ${label}`}</Strong>
              {link === null ? (
                <Soft small>
                  {isRefused
                    ? '这张照片没有通过微信的检查，不能看。请退回，请对方重新拍一张。'
                    : '照片已经不在了'}
                </Soft>
              ) : (
                <Photo link={link} label={`${nth + 1}. ${label}`} onFail={() => setFailed(true)} />
              )}
            </View>
          ))}
        </View>
      )}
      {(!shown || hasFailed) && (
        <Button kind="second" pending={reading.isPending} onTap={() => void open()}>
          {shown ? '重新打开照片' : `打开 ${documents.length} 张照片`}
        </Button>
      )}
      <Soft small>打开一次记一次，老人自己查得到。</Soft>
    </>
  )
}
