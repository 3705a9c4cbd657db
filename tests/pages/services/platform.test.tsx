import type * as Platform from '@/services/platform'
import { onPhone } from '../on-phone'

/** The adapter in WeChat; whatever is not given is missing there. */
const aPhone = (wechat: Record<string, unknown>) =>
  onPhone(wechat, () => import('@/services/platform') as Promise<typeof Platform>)

const failing = (errMsg: string) => jest.fn(async () => Promise.reject({ errMsg }))
const succeeding = <T,>(answer: T) => jest.fn(async (_?: unknown) => answer)

/** WeChat's files: what was written, by its path. */
function someFiles() {
  const written = new Map<string, string>()
  return {
    written,
    manager: {
      rmdirSync: (folder: string) => {
        for (const path of written.keys()) if (path.startsWith(`${folder}/`)) written.delete(path)
      },
      mkdirSync: () => undefined,
      writeFileSync: (path: string, content: string, encoding: string) =>
        void written.set(path, `${encoding}: ${content}`),
    },
  }
}

const whereToWrite = (files: ReturnType<typeof someFiles>) => ({
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => files.manager,
})

const answering = (errMsg: string | null) =>
  jest.fn((options: { success(): void; fail(failure: object): void }) =>
    errMsg === null ? options.success() : options.fail({ errMsg }),
  )

describe('whereAmI', () => {
  it.each(['getLocation:fail privacy permission is not authorized', 'getLocation:fail auth deny'])(
    'knows no place, and is no error, after “%s”',
    async (errMsg) => {
      const { loaded: platform } = await aPhone({ getLocation: failing(errMsg) })
      await expect(platform.whereAmI()).resolves.toBeNull()
    },
  )
})

describe('isPrivacyAsked', () => {
  it('tells what WeChat says', async () => {
    const getPrivacySetting = jest.fn((options) => options.success({ needAuthorization: true }))
    const { loaded: platform } = await aPhone({ getPrivacySetting })
    await expect(platform.isPrivacyAsked()).resolves.toBe(true)
  })

  it.each([
    ['has no guide', {}],
    ['fails', { getPrivacySetting: answering('getPrivacySetting:fail') }],
  ])('is false where WeChat %s', async (_, wechat) => {
    const { loaded: platform } = await aPhone(wechat)
    await expect(platform.isPrivacyAsked()).resolves.toBe(false)
  })
})

describe('saveFile in WeChat', () => {
  it('writes a file and gives it to somebody, without the one before', async () => {
    const files = someFiles()
    const shareFileMessage = answering(null)
    const { loaded: platform } = await aPhone({ ...whereToWrite(files), shareFileMessage })
    await expect(platform.saveFile('旧的.txt', '甲')).resolves.toBe(true)
    await expect(platform.saveFile('长江路/驿站 2026.csv', '乙', 'text/csv')).resolves.toBe(true)
    expect([...files.written]).toEqual([['wxfile://usr/given/长江路-驿站 2026.csv', 'utf8: 乙']])
    expect(shareFileMessage).toHaveBeenLastCalledWith(
      expect.objectContaining({
        filePath: 'wxfile://usr/given/长江路-驿站 2026.csv',
        fileName: '长江路-驿站 2026.csv',
      }),
    )
  })

  it('puts it on the disk of a computer, where it cannot be sent', async () => {
    const saveFileToDisk = succeeding({})
    const { loaded: platform } = await aPhone({
      ...whereToWrite(someFiles()),
      shareFileMessage: answering('shareFileMessage:fail not supported'),
      saveFileToDisk,
    })
    await expect(platform.saveFile('名册.csv', '甲')).resolves.toBe(true)
    expect(saveFileToDisk).toHaveBeenCalledWith({ filePath: 'wxfile://usr/given/名册.csv' })
  })

  it.each([
    ['was not sent after all', 'shareFileMessage:fail cancel'],
    ['could not be sent', 'shareFileMessage:fail'],
  ])('says no when it %s', async (_, errMsg) => {
    const saveFileToDisk = failing('saveFileToDisk:fail not supported')
    const shareFileMessage = answering(errMsg)
    const { loaded: platform } = await aPhone({
      ...whereToWrite(someFiles()),
      shareFileMessage,
      saveFileToDisk,
    })
    await expect(platform.saveFile('名册.csv', '甲')).resolves.toBe(false)
    expect(saveFileToDisk).toHaveBeenCalledTimes(errMsg.includes('cancel') ? 0 : 1)
  })
})

const aSize = { width: 1200, height: 800 }
const aCanvas = () => ({
  getContext: () => ({ fillRect: jest.fn() }),
  toDataURL: () => 'data:image/png;base64,PICTURE',
})
const draw = (pen: Platform.Pen) => pen.fillRect(0, 0, 1, 1)

describe('savePicture in WeChat', () => {
  it('draws off the page and keeps the picture in the album', async () => {
    const { loaded: platform, Taro } = await aPhone({
      createOffscreenCanvas: jest.fn(aCanvas),
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: succeeding({}),
    })
    await expect(platform.savePicture('服务卡.png', aSize, draw)).resolves.toBe(true)
    expect(Taro.createOffscreenCanvas).toHaveBeenCalledWith({ type: '2d', ...aSize })
    expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://tmp/1.png' })
  })

  it('writes the picture itself where WeChat makes no file of such a canvas', async () => {
    const files = someFiles()
    const saveImageToPhotosAlbum = succeeding({})
    const { loaded: platform } = await aPhone({
      ...whereToWrite(files),
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: failing('canvasToTempFilePath:fail'),
      saveImageToPhotosAlbum,
    })
    await expect(platform.savePicture('服务卡.png', aSize, draw)).resolves.toBe(true)
    expect([...files.written]).toEqual([['wxfile://usr/pictures/picture.png', 'base64: PICTURE']])
    expect(saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://usr/pictures/picture.png' })
  })

  /** An album that says no until it is opened in the settings. */
  function aClosedAlbum({ goes, opens }: { goes: boolean; opens: boolean }) {
    let isOpen = false
    return {
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: jest.fn(async () => {
        if (!isOpen) throw { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }
      }),
      showModal: succeeding({ confirm: goes }),
      openSetting: jest.fn(async () => {
        isOpen = opens
        return { authSetting: { 'scope.writePhotosAlbum': opens } }
      }),
    }
  }

  it.each([
    ['goes there and opens it', { goes: true, opens: true }, true],
    ['goes there and leaves it closed', { goes: true, opens: false }, false],
    ['rather not', { goes: false, opens: false }, false],
  ])('says where a closed album is opened, to somebody who %s', async (_, album, isKept) => {
    const { loaded: platform, Taro } = await aPhone(aClosedAlbum(album))
    await expect(platform.savePicture('服务卡.png', aSize, draw)).resolves.toBe(isKept)
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: expect.stringContaining('打开“添加到相册”') }),
    )
    expect(Taro.openSetting).toHaveBeenCalledTimes(album.goes ? 1 : 0)
  })

  it('says no, and nothing else, when something is wrong that no setting changes', async () => {
    const showModal = succeeding({ confirm: true })
    const { loaded: platform } = await aPhone({
      createOffscreenCanvas: aCanvas,
      canvasToTempFilePath: succeeding({ tempFilePath: 'wxfile://tmp/1.png' }),
      saveImageToPhotosAlbum: failing('saveImageToPhotosAlbum:fail no space left'),
      showModal,
    })
    await expect(platform.savePicture('服务卡.png', aSize, draw)).resolves.toBe(false)
    expect(showModal).not.toHaveBeenCalled()
  })
})

describe('copyText in WeChat', () => {
  it.each([
    ['copies', succeeding({}), true],
    ['says when it could not', failing('setClipboardData:fail'), false],
  ])('%s', async (_, setClipboardData, isCopied) => {
    const { loaded: platform } = await aPhone({ setClipboardData })
    await expect(platform.copyText('8001 0001')).resolves.toBe(isCopied)
    expect(setClipboardData).toHaveBeenCalledWith({ data: '8001 0001' })
  })
})

describe('saveFile and savePicture in a browser', () => {
  let platform: typeof Platform
  const downloaded: { name: string; content: Blob }[] = []
  let content: Blob

  beforeEach(async () => {
    jest.useFakeTimers()
    jest.resetModules()
    platform = await import('@/services/platform')
    downloaded.length = 0
    URL.createObjectURL = jest.fn((blob: Blob) => {
      content = blob
      return 'blob:here'
    })
    URL.revokeObjectURL = jest.fn()
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      downloaded.push({ name: this.download, content })
    })
  })
  afterEach(() => {
    jest.useRealTimers()
    jest.restoreAllMocks()
  })

  it('download a text under its name, and forget it when the browser has it', async () => {
    await expect(platform.saveFile('名册.csv', '甲,乙', 'text/csv')).resolves.toBe(true)
    expect(downloaded[0]?.name).toBe('名册.csv')
    expect(downloaded[0]?.content.type).toBe('text/csv;charset=utf-8')
    expect(URL.revokeObjectURL).not.toHaveBeenCalled()
    jest.advanceTimersByTime(60_000)
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:here')
  })

  it('download a drawing of the size that was asked for', async () => {
    const pen = { fillRect: jest.fn() }
    jest
      .spyOn(HTMLCanvasElement.prototype, 'getContext')
      .mockImplementation((() => pen) as unknown as typeof HTMLCanvasElement.prototype.getContext)
    const size = jest.fn()
    HTMLCanvasElement.prototype.toBlob = function (take) {
      size(this.width, this.height)
      take(new Blob(['png'], { type: 'image/png' }))
    }
    await expect(platform.savePicture('服务卡 王秀英.png', aSize, draw)).resolves.toBe(true)
    expect(size).toHaveBeenCalledWith(1200, 800)
    expect(pen.fillRect).toHaveBeenCalled()
    expect(downloaded[0]?.name).toBe('服务卡 王秀英.png')
  })

  it('say no where a browser cannot draw', async () => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    await expect(platform.savePicture('服务卡.png', aSize, draw)).resolves.toBe(false)
    expect(downloaded).toEqual([])
  })
})
