import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Quote } from '#types/meals/orders'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { goBack, open, replaceBy } from '@/platform/navigation'
import { reveal } from '@/platform/page'
import { ring } from '@/platform/ring'
import type { CallCode } from '@/services/cloud'
import type { Act } from '@/services/use-act'
import { money } from '@/services/words'

/** With these the same again cannot be had. */
const mustChooseAgain: readonly CallCode[] = [
  'SITTING_FULL',
  'BOOKING_CLOSED',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
  'NOT_FOUND',
]

const isOver = (code: CallCode | null) => code !== null && mustChooseAgain.includes(code)

interface Props {
  book: Act<'meals.book'>
  /** What the elder pays, fen. */
  pays: number
  isBooked: boolean
  /** Who books it instead, as the cloud knew before anybody tried. */
  ringFirst: Quote['ringFirst']
  onConfirm(): void
}

/** Yes; after a failure, or where one is sure, the way on that fits it. */
export function Decide({ book, pays, isBooked, ringFirst, onConfirm }: Props) {
  const { code, detail, isPending } = book
  const earlier = code === 'ALREADY_BOOKED' ? detail.orderId : undefined
  if (typeof earlier === 'string') {
    return <Button onTap={() => replaceBy('pages/booked', { orderId: earlier })}>看看订的那一份</Button>
  }
  if (isOver(code) || (ringFirst && !ringFirst.stationPhone))
    return <Button onTap={goBack}>回去换一个</Button>
  const stationPhone = code === 'NOT_SEEN_YET' ? detail.stationPhone : ringFirst?.stationPhone
  if (typeof stationPhone === 'string') {
    return (
      <Button icon="phone" onTap={() => ring(stationPhone)}>
        打电话给驿站
      </Button>
    )
  }
  return (
    <Button pending={isPending || isBooked} onTap={onConfirm}>
      {`${yesWord(code)}，${payWord(pays)}`}
    </Button>
  )
}

function yesWord(code: CallCode | null): string {
  if (code === 'PRICE_CHANGED') return '就按这个价订'
  if (code === 'DISHES_CHANGED') return '就订这一份'
  if (code === 'ALREADY_ELSEWHERE') return '还要再订一份'
  return code ? '再试一次' : '确认预订'
}

/** 付 13 元, as large as what is tapped: nobody has to scroll up for the price. */
export const payWord = (pays: number) => (pays > 0 ? `付 ${money(pays)}` : '不用付钱')

/** No; where going back is all that can be done, `Decide` says so. Of what is booked elsewhere also what that is. */
export function Back({ book: { code, detail } }: Pick<Props, 'book'>) {
  if (isOver(code)) return null
  const other = code === 'ALREADY_ELSEWHERE' ? detail.orderId : undefined
  return (
    <>
      {typeof other === 'string' && (
        <Button kind="second" onTap={() => open('pages/booked', { orderId: other })}>
          看看订的那一份
        </Button>
      )}
      <Button kind="second" onTap={goBack}>
        回去改一改
      </Button>
    </>
  )
}

const troubleId = 'confirm-trouble'

/** Why it was not booked: at the end of the page, and scrolled to, since the page is longer than most phones. */
export function Trouble({ children }: { children: string }) {
  useEffect(() => reveal(troubleId), [])
  return (
    <View id={troubleId}>
      <Notice>{children}</Notice>
    </View>
  )
}
