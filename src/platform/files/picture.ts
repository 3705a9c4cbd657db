import Taro from '@tarojs/taro'
import { keepInAlbum } from './album'
import { download } from './download'
import { emptyFolder } from './empty-folder'

const inBrowser = process.env.TARO_ENV !== 'weapp'

/** What a drawing of `savePicture` is drawn with, on both targets. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'font'
>

interface Size {
  width: number
  height: number
}

/** Keeps a drawn picture where it can be printed from: a download, or the phone's album. False when it was not kept. */
export async function savePicture(name: string, size: Size, draw: (pen: Pen) => void): Promise<boolean> {
  try {
    if (!inBrowser) return await keepInAlbum(await pictureFile(size, draw))
    download(name, await drawnPicture(size, draw))
    return true
  } catch {
    return false
  }
}

function drawnPicture(size: Size, draw: (pen: Pen) => void): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas in this browser')
  draw(pen)
  return new Promise((resolve, reject) => {
    canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new Error('no picture'))), 'image/png')
  })
}

/** Not every WeChat makes a file of a canvas that is off the page; those that do not still tell its content. */
async function pictureFile(size: Size, draw: (pen: Pen) => void): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size }) as unknown as OffPage
  draw(canvas.getContext('2d'))
  try {
    // The types of this call name a canvas on the page; WeChat takes either.
    const file = { canvas: canvas as unknown as Taro.Canvas, fileType: 'png' as const }
    return (await Taro.canvasToTempFilePath({ ...file, destWidth: size.width, destHeight: size.height }))
      .tempFilePath
  } catch {
    const filePath = `${emptyFolder('pictures')}/picture.png`
    const [, content = ''] = canvas.toDataURL('image/png').split(',')
    Taro.getFileSystemManager().writeFileSync(filePath, content, 'base64')
    return filePath
  }
}

/** WeChat's canvas off the page; Taro's types know only some of it. */
interface OffPage {
  getContext(kind: '2d'): Pen
  toDataURL(type: string): string
}
