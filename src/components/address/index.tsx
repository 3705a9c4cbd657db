import { useState } from 'react'
import type { Place } from '#types/values'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { copyText } from '@/platform/clipboard'
import { canShowTheWay, showTheWay } from '@/platform/place'

interface Props {
  /** In full, to be read out or pasted. */
  address: string
  /** Where it is, for whoever goes there; null: nobody here does. */
  place: Place | null
}

/** An address to copy, and the way there. */
export function Address({ address, place }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => setCopied(await copyText(address))
  return (
    <>
      <Button kind="second" onTap={() => void copy()}>
        复制地址
      </Button>
      {copied !== null && (
        <Notice kind={copied ? 'ok' : 'warn'}>
          {copied ? '地址复制好了，可以贴在微信里。' : `没有复制成。请照着念：${address}`}
        </Notice>
      )}
      {place && canShowTheWay && (
        <Button kind="second" icon="navigation" onTap={() => showTheWay({ name: address, address, place })}>
          看看怎么走
        </Button>
      )}
    </>
  )
}
