import { View } from '@tarojs/components'
import { useState } from 'react'
import { most } from '#types/limits'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { PrivacyGate } from '@/components/privacy'
import { Soft, Title } from '@/components/text'
import { usePrivacy } from '@/services/privacy'
import type { Photos } from './use-photos'

interface Props {
  paper: string
  photos: Photos
  onSkip(): void
}

/** One paper: its photos, large, each to be taken again or away. */
export function PaperStep({ paper, photos, onSkip }: Props) {
  const shown = photos.photos.filter(({ label }) => label === paper)
  return (
    <>
      <Title>{`拍一拍：${paper}`}</Title>
      {shown.length === 0 && (
        <>
          <View className="apply-place">
            <Icon name="camera" size={48} />
            <View>放平，离近一点，字要看得清。</View>
          </View>
          {photos.isFull && <Notice kind="info">{`最多 ${most.photos} 张，已经够了。`}</Notice>}
          <Button kind="second" onTap={onSkip}>
            现在没有，先空着
          </Button>
        </>
      )}
      {shown.map(({ id, tempPath }, nth) => {
        const name = shown.length > 1 ? `${paper}，第 ${nth + 1} 张` : paper
        return (
          <View key={id} className="apply-photo">
            {tempPath === null ? (
              <Notice kind="ok">{`${name}，拍好了，已经传上去。`}</Notice>
            ) : (
              <Photo link={tempPath} label={name} />
            )}
            <Again label={`重新拍：${name}`} onTake={() => void photos.take(paper, id)} />
            <Button kind="quiet" label={`去掉：${name}`} onTap={() => photos.remove(id)}>
              去掉
            </Button>
          </View>
        )
      })}
      {shown.length > 0 && (
        <>
          <Soft>看一看字清不清楚，不清楚就重新拍。</Soft>
          {!photos.isFull && (
            <WithYes onTake={() => void photos.take(paper)}>
              {(take) => (
                <Button kind="second" icon="camera" onTap={take}>
                  再拍一张，比如反面
                </Button>
              )}
            </WithYes>
          )}
        </>
      )}
    </>
  )
}

interface FootProps {
  paper: string
  photos: Photos
  onNext(): void
}

/** The way on: the photo first, then the next paper. */
export function PaperFoot({ paper, photos, onNext }: FootProps) {
  const hasSome = photos.photos.some(({ label }) => label === paper)
  if (hasSome || photos.isFull) return <Button onTap={onNext}>下一步</Button>
  return (
    <WithYes onTake={() => void photos.take(paper)}>
      {(take) => (
        <Button icon="camera" onTap={take}>
          拍照
        </Button>
      )}
    </WithYes>
  )
}

function Again({ label, onTake }: { label: string; onTake(): void }) {
  return (
    <WithYes onTake={onTake}>
      {(take) => (
        <Button kind="second" label={label} onTap={take}>
          重新拍
        </Button>
      )}
    </WithYes>
  )
}

interface WithYesProps {
  onTake(): void
  children(take: () => void): JSX.Element
}

/** A browser asks by itself; WeChat opens the camera only for whoever has agreed to the privacy guide. */
const isAsked = process.env.TARO_ENV === 'weapp'

function WithYes({ onTake, children }: WithYesProps) {
  const { state } = usePrivacy()
  const [step, setStep] = useState<'idle' | 'asking' | 'refused'>('idle')
  const take = () => {
    if (!isAsked || state === 'agreed' || state === 'unknown') return onTake()
    setStep(state === 'needed' ? 'asking' : 'refused')
  }
  return (
    <>
      {step === 'refused' && (
        <Notice kind="info">没有同意用照片，就不能在这里拍。可以带上材料去驿站，请工作人员来拍。</Notice>
      )}
      {children(take)}
      {step === 'asking' && (
        <PrivacyGate
          asks={['照片']}
          onAgree={() => {
            setStep('idle')
            onTake()
          }}
          onRefuse={() => setStep('refused')}
        />
      )}
    </>
  )
}
