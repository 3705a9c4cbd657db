import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useRef } from 'react'
import type { Misfits } from '#types/meals/misfits'
import { call } from '@/services/cloud'
import { type Loaded, useLoaded } from '@/services/use-loaded'

/** Milliseconds for which they are not counted again while nobody looks anew: all plans and orders ahead are read for it. */
const rest = 5 * 60_000

/** Who does not fit what a station serves, for its manager: fresh whenever the page is shown or pulled. */
export function useMisfits(stationId: string): Loaded<Misfits> {
  const known = useRef<{ at: number; misfits: Misfits } | null>(null)
  const forget = () => {
    known.current = null
  }
  useDidShow(forget)
  usePullDownRefresh(forget)
  return useLoaded(`misfits of ${stationId}`, async () => {
    if (known.current && Date.now() - known.current.at < rest) return known.current.misfits
    const misfits = await call('meals.misfits', { stationId })
    known.current = { at: Date.now(), misfits }
    return misfits
  })
}
