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
  /** Nobody has marked it: `place` is the station's, near which one begins to look. */
  isStations?: boolean | undefined
}

/** An address to copy, and the way there. */
export function Address({ address, place, isStations = false }: Props) {
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
        <Button
          kind="second"
          icon="navigation"
          onTap={() =>
            showTheWay({ ...(isStations ? nearDoor(address) : { name: address, address }), place })
          }
        >
          {isStations ? '先到驿站附近' : '看看怎么走'}
        </Button>
      )}
    </>
  )
}

/** What the map writes at a station near which a door is looked for: it is not the door. */
const nearDoor = (address: string) => ({ name: '老人的驿站', address: `到了再按地址找：${address}` })
