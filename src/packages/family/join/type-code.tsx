import { useState } from 'react'
import type { Offer } from '#types/people/circle'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { type CallCode, CallError, call } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'
import { CodeField, isWhole } from '../code-field'

interface Props {
  code: string
  onCode(code: string): void
  onOffer(offer: Offer): void
}

type Look =
  | { state: 'idle' }
  | { state: 'looking' }
  /** `isCode`: another code would do. */
  | { state: 'failed'; trouble: string; isCode: boolean }

const hasLetter = (code: string) => /[A-Za-z-]/.test(code)

/** Asks for the code and looks once what it offers: wrong ones are counted, so nothing is asked while it is typed. */
export function TypeCode({ code, onCode, onOffer }: Props) {
  const [look, setLook] = useState<Look>({ state: 'idle' })
  const [hasLetters, setLetters] = useState(() => hasLetter(code))

  const find = async () => {
    if (look.state === 'looking') return
    setLook({ state: 'looking' })
    try {
      onOffer(await call('people.invitation', { code }))
    } catch (error) {
      setLook({ state: 'failed', ...troubleOf(error) })
    }
  }
  return (
    <PageFrame
      title="填邀请码"
      action={
        <>
          {look.state === 'failed' && !look.isCode && <Notice>{look.trouble}</Notice>}
          {isWhole(code) ? (
            <Button pending={look.state === 'looking'} onTap={() => void find()}>
              看看请我做什么
            </Button>
          ) : (
            <Button disabled onTap={() => undefined}>
              {hasLetters ? '先把码填全' : '先填八个数字'}
            </Button>
          )}
        </>
      }
    >
      <Title>您的邀请码是多少？</Title>
      <Soft>老人、驿站或者街道给您的。一个码只能用一次。</Soft>
      <CodeField
        label="邀请码"
        value={code}
        hasLetters={hasLetters}
        trouble={look.state === 'failed' && look.isCode ? look.trouble : null}
        onChange={(typed) => {
          setLook({ state: 'idle' })
          onCode(typed)
        }}
      />
      <Card>
        <ListRow
          title={hasLetters ? '我的码只有八个数字' : '我的码里有字母'}
          onTap={() => {
            onCode('')
            setLetters(!hasLetters)
          }}
        />
        <ListRow title="我有的是老人的服务卡" onTap={() => open('packages/family/ask')} />
      </Card>
    </PageFrame>
  )
}

const codeFaults: readonly CallCode[] = ['NOT_FOUND_BY_THIS', 'CODE_EXPIRED', 'CODE_USED']

function troubleOf(error: unknown): { trouble: string; isCode: boolean } {
  const code = error instanceof CallError ? error.code : 'INTERNAL'
  const trouble =
    code === 'NOT_FOUND_BY_THIS' ? '没有这个码。请一个一个对一遍，有没有填错。' : sentenceFor(error)
  return { trouble, isCode: codeFaults.includes(code) }
}
