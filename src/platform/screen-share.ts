import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/**
 * Tells what share of the screen's height an element takes: in a browser whenever that changes, on a phone once.
 * Returns how to stop.
 */
export function watchShare(id: string, tell: (share: number) => void): () => void {
  return inBrowser ? watchShareInBrowser(id, tell) : tellShareOnce(id, tell)
}

function watchShareInBrowser(id: string, tell: (share: number) => void): () => void {
  const element = document.getElementById(id)
  if (!element || typeof ResizeObserver === 'undefined') return () => undefined // then the foot simply stays
  const look = () => tell(element.offsetHeight / window.innerHeight)
  const observer = new ResizeObserver(look)
  observer.observe(element)
  window.addEventListener('resize', look)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', look)
  }
}

function tellShareOnce(id: string, tell: (share: number) => void): () => void {
  let isOver = false
  Taro.nextTick(() => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((box) => {
        if (!isOver && box && 'height' in box) tell(box.height / Taro.getWindowInfo().windowHeight)
      })
      .exec()
  })
  return () => {
    isOver = true
  }
}
