import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { pathOf } from './navigation'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** What a conversation shows, and the page that a tap of it opens. */
export interface ShareCard {
  title: string
  page: string
  params?: Record<string, string | undefined>
}

/** What a button carries so that WeChat tells its page which card was meant. */
export const carried = ({ title, page, params }: ShareCard) => ({
  'data-title': title,
  'data-path': pathOf(page, params),
})

/** From anywhere else than a button of ours: the way in, and nothing of what the page shows. */
const nothingOfIt = { title: '银龄驿', path: pathOf('pages/home') }

/**
 * Lets the `ShareButton`s of a page share their cards; the menu on top shares nothing, since pages speak of somebody. The config of
 * the page says `enableShareAppMessage`, and the page calls this before it decides what it shows.
 */
export function useShareCards(): void {
  useShareAppMessage(({ target }) => {
    const { title, path } = (target as { dataset?: Record<string, string> } | undefined)?.dataset ?? {}
    return title && path ? { title, path } : nothingOfIt
  })
  useEffect(() => {
    if (!inBrowser)
      void Taro.hideShareMenu({ menus: ['shareAppMessage', 'shareTimeline'] }).catch(() => undefined)
  }, [])
}
