import { useCallback, useEffect, useRef, useState } from 'react'
import { reveal } from '@/platform/page'
import { watchShare } from '@/platform/screen-share'

/** With more than this share of the screen's height, a foot that stays would take the page away from whoever reads in large type. */
const most = 0.25

let frames = 0

/**
 * The foot stays at the bottom of the screen as long as it is low. A tall one, say a button of two lines in large type,
 * scrolls with the page. News in it, say why nothing was done, is brought into view then, unless it came with the page;
 * nothing else moves whoever reads: a button's words may grow while the page is still loading.
 */
export function useFoot({ isReady, hasFoot }: { isReady: boolean; hasFoot: boolean }) {
  const [id] = useState(newId)
  const [isTall, setTall] = useState(false)
  const [hasNews, setNews] = useState(false)
  const isThere = useRef(false)

  useEffect(() => {
    if (hasFoot) return watchShare(id, (share) => setTall(share > most))
    setTall(false)
    return undefined
  })
  useEffect(() => {
    if (!isTall || !hasNews) return
    reveal(id)
    setNews(false)
  }, [id, isTall, hasNews])
  useEffect(() => {
    isThere.current = isReady // after the news that came with the page, which a part tells before its page
  }, [isReady])

  const onNews = useCallback(() => {
    setNews(isThere.current)
    return () => setNews(false)
  }, [])
  return { id, isTall, onNews }
}

/** Pages beneath this one are still there in a browser, each with its foot. */
function newId(): string {
  frames += 1
  return `frame-foot-${frames}`
}
