import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import type { ShareCard } from '@/platform/share'
import { Button } from '../button'
import { Notice } from '../notice'

export interface ShareButtonProps {
  /** What goes out in WeChat. */
  card: ShareCard
  /** The same in words, for where there is no WeChat. */
  text: string
  /** To whom: 女儿. */
  to: string
  /** Of what it speaks, for readers, where another button of the page is called the same. */
  about?: string
  kind?: 'primary' | 'second'
}

/** Outside WeChat the words are copied, to be pasted into whatever somebody writes with. The page calls `useShareCards`. */
export function ShareButton({ text, to, about, kind = 'primary' }: ShareButtonProps) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const words = `复制下来，发给${to}`
  const copy = async () => setCopied(await copyText(text))
  return (
    <>
      {copied !== null && (
        <Notice kind={copied ? 'ok' : 'warn'}>
          {copied ? '复制好了，粘贴到微信里发出去就行。' : '没有复制成。请打电话说，或者自己写给对方。'}
        </Notice>
      )}
      <Button kind={kind} label={about && `${words}，${about}`} onTap={() => void copy()}>
        {words}
      </Button>
    </>
  )
}
