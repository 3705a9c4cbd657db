import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category } from '#types/people/categories'
import type { ElderFile } from '#types/people/elders'
import { categoryName } from '#types/words/people/elders/categories'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, longDate } from '@/services/dates'
import { AddCategory } from './add-category'
import { DropCategory } from './drop-category'
import { type Held, spanWords } from './held'
import { NoConsent } from './no-consent'
import { type PartProps, pronounOf } from './part'
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
  const asked = () => send({ elderId: file.id, categories: held, isAsked: true, reason: '各个类别都问过了' })
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
          {act.trouble && !dropping && <Notice>{act.trouble}</Notice>}
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
      second={
        <Button kind="second" pending={act.isPending && !dropping} onTap={() => void asked()}>
          {held.length === 0 ? '都问过了，没有类别' : '都问过了，没有别的类别'}
        </Button>
      }
    >
      <Soft>{askedWords(file)}</Soft>
      {held.length === 0 && (
        <Empty icon="clipboard-list" title="还没有登记" hint="看过证件再加。有的类别能让饭钱少一些。" />
      )}
      {held.map((one) => (
        <Card key={one.category}>
          <Lead>{categoryName(one.category)}</Lead>
          <View>{spanWords(one, today)}</View>
          <Soft small>{`凭${one.evidence}，${one.verifiedBy}看过`}</Soft>
          <Button
            kind="quiet"
            label={`去掉${categoryName(one.category)}`}
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
          word={categoryName(dropping)}
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

/** Whether what is not named is not held, or only not known. */
function askedWords(file: ElderFile): string {
  const they = pronounOf(file)
  return file.askedOn
    ? `${longDate(file.askedOn)}问过${they}：除了下面的，没有别的。`
    : `还没有把各个类别都问一遍。没写在下面的，还不知道${they}有没有。`
}
