import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category, ElderFile } from '#types/elders'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { categoryWord } from '@/services/words'
import { AddCategory } from './add-category'
import { DropCategory } from './drop-category'
import { type Held, spanWords } from './held'
import { NoConsent } from './no-consent'
import type { PartProps } from './part'
import { Subject } from './subject'
import { useVerify } from './use-change'

const title = '身份类别'

/** Which categories she holds, from when to when, and on which paper: they decide what a meal costs her. */
export function Categories(props: PartProps) {
  const { categories } = props.file
  if (!categories) return <NoConsent {...props} title={title} what={title} />
  return <HeldCategories {...props} held={categories} />
}

interface Props extends PartProps {
  held: NonNullable<ElderFile['categories']>
}

function HeldCategories({ me, file, held, onFile }: Props) {
  const { act, isSaved, send, touch } = useVerify(onFile)
  const [isAdding, setAdding] = useState(false)
  const [dropping, setDropping] = useState<Category | null>(null)
  const today = dateOf(cloudNow())
  const put = (categories: Held[], reason: string) => send({ elderId: file.id, categories, reason })
  const close = () => {
    touch()
    setAdding(false)
    setDropping(null)
  }

  if (isAdding) {
    return (
      <AddCategory
        file={file}
        held={held.map(({ category }) => category)}
        act={act}
        onBack={close}
        onAdd={async (added) => {
          const one = { ...added, verifiedBy: me.name ?? '' }
          if (await put([...held, one], added.evidence)) setAdding(false)
        }}
      />
    )
  }
  return (
    <Subject
      title={title}
      file={file}
      action={
        <>
          {isSaved && <Notice kind="ok">记好了。</Notice>}
          <Button
            onTap={() => {
              touch()
              setAdding(true)
            }}
          >
            加一个类别
          </Button>
        </>
      }
    >
      {held.length === 0 && (
        <Empty icon="clipboard-list" title="还没有登记" hint="看过证件再加。有的类别能让餐费低一些。" />
      )}
      {held.map((one) => (
        <Card key={one.category}>
          <Lead>{categoryWord[one.category]}</Lead>
          <View>{spanWords(one, today)}</View>
          <Soft small>{`凭${one.evidence}，${one.verifiedBy}看过`}</Soft>
          <Button
            kind="quiet"
            label={`去掉${categoryWord[one.category]}`}
            onTap={() => {
              touch()
              setDropping(one.category)
            }}
          >
            去掉
          </Button>
        </Card>
      ))}
      {dropping && (
        <DropCategory
          word={categoryWord[dropping]}
          act={act}
          onClose={close}
          onDrop={async (reason) => {
            const rest = held.filter(({ category }) => category !== dropping)
            if (await put(rest, reason)) setDropping(null)
          }}
        />
      )}
    </Subject>
  )
}
