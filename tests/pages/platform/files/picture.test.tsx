import { type Pen, savePicture } from '@/platform/files/picture'
import { onPhone } from '../../on-phone'
import { failing, succeeding } from '../wechat'
import { downloads } from './downloads'
import { someFiles, whereToWrite } from './some-files'

const aPhone = (wechat: Record<string, unknown>) => onPhone(wechat, () => import('@/platform/files/picture'))

interface Answered<T> {
  success(answer: T): void
}

const aSize = { width: 1200, height: 800 }
const aCanvas = () => ({
  getContext: () => ({ fillRect: jest.fn() }),
  toDataURL: () => 'data:image/png;base64,PICTURE',
})
const draw = (pen: Pen) => pen.fillRect(0, 0, 1, 1)

describe('savePicture in WeChat', () => {
  it('draws off the page and keeps the picture in the album', async () => {
    const { loaded, Taro } = await aPhone({
      createOffscreenCanvas: jest.fn(aCanvas),
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: succeeding({}),
    })
    await expect(loaded.savePicture('服务卡.png', aSize, draw)).resolves.toBe(true)
    expect(Taro.createOffscreenCanvas).toHaveBeenCalledWith({ type: '2d', ...aSize })
    expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://tmp/1.png' })
  })

  it('writes the picture itself where WeChat makes no file of such a canvas', async () => {
    const files = someFiles()
    const saveImageToPhotosAlbum = succeeding({})
    const { loaded } = await aPhone({
      ...whereToWrite(files),
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: failing('canvasToTempFilePath:fail'),
      saveImageToPhotosAlbum,
    })
    await expect(loaded.savePicture('服务卡.png', aSize, draw)).resolves.toBe(true)
    expect([...files.written]).toEqual([['wxfile://usr/pictures/picture.png', 'base64: PICTURE']])
    expect(saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://usr/pictures/picture.png' })
  })

  /** An album that says no until it is opened in the settings, which open only from within the answer to a question. */
  function aClosedAlbum({ goes, opens }: { goes: boolean; opens: boolean }) {
    let isOpen = false
    let isAnswering = false
    return {
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: jest.fn(async () => {
        if (!isOpen) throw { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }
      }),
      showModal: jest.fn(async ({ success }: Answered<{ confirm: boolean }>) => {
        isAnswering = true
        success({ confirm: goes })
        isAnswering = false
        return { confirm: goes }
      }),
      openSetting: jest.fn(async ({ success }: Answered<{ authSetting: object }>) => {
        if (!isAnswering) throw { errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' }
        isOpen = opens
        success({ authSetting: { 'scope.writePhotosAlbum': opens } })
      }),
    }
  }

  it.each([
    ['goes there and opens it', { goes: true, opens: true }, true],
    ['goes there and leaves it closed', { goes: true, opens: false }, false],
    ['rather not', { goes: false, opens: false }, false],
  ])('says where a closed album is opened, to somebody who %s', async (_, album, isKept) => {
    const { loaded, Taro } = await aPhone(aClosedAlbum(album))
    await expect(loaded.savePicture('服务卡.png', aSize, draw)).resolves.toBe(isKept)
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: expect.stringContaining('打开“添加到相册”') }),
    )
    expect(Taro.openSetting).toHaveBeenCalledTimes(album.goes ? 1 : 0)
  })

  it('says no, and nothing else, when something is wrong that no setting changes', async () => {
    const showModal = succeeding({ confirm: true })
    const { loaded } = await aPhone({
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: failing('saveImageToPhotosAlbum:fail no space left'),
      showModal,
    })
    await expect(loaded.savePicture('服务卡.png', aSize, draw)).resolves.toBe(false)
    expect(showModal).not.toHaveBeenCalled()
  })
})

describe('savePicture in a browser', () => {
  const downloaded = downloads()

  it('downloads a drawing of the size that was asked for', async () => {
    const pen = { fillRect: jest.fn() }
    jest
      .spyOn(HTMLCanvasElement.prototype, 'getContext')
      .mockImplementation((() => pen) as unknown as typeof HTMLCanvasElement.prototype.getContext)
    const size = jest.fn()
    HTMLCanvasElement.prototype.toBlob = function (take) {
      size(this.width, this.height)
      take(new Blob(['png'], { type: 'image/png' }))
    }
    await expect(savePicture('服务卡 王秀英.png', aSize, draw)).resolves.toBe(true)
    expect(size).toHaveBeenCalledWith(1200, 800)
    expect(pen.fillRect).toHaveBeenCalled()
    expect(downloaded[0]?.name).toBe('服务卡 王秀英.png')
  })

  it('says no where a browser cannot draw', async () => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    await expect(savePicture('服务卡.png', aSize, draw)).resolves.toBe(false)
    expect(downloaded).toEqual([])
  })
})
