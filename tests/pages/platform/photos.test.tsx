import { photoBytes } from '#types/limits'
import { StoreError } from '@/platform/photos/fault'
import { storePhoto } from '@/platform/photos/store'
import { takePhoto } from '@/platform/photos/take'
import { cameraGives, HEIC, storageAnswers } from '../camera'
import { onPhone } from '../on-phone'

const path = 'applications/e-wang/photo-00000001.jpg'

describe('a photo in a browser', () => {
  it('is drawn no larger than 1600 px before it leaves', async () => {
    const drawn = cameraGives('photo')
    const puts = storageAnswers(() => 200)
    const taken = await takePhoto()
    expect(drawn).toEqual([{ width: 1600, height: 1200 }])
    await expect(storePhoto(path, taken?.tempPath ?? '')).resolves.toBe(`cloud://env.bucket/${path}`)
    expect(puts).toEqual([{ path, size: 5 }])
  })

  it('is none when nothing was chosen, and a fault when it cannot be read', async () => {
    cameraGives('nothing')
    await expect(takePhoto()).resolves.toBeNull()
    cameraGives('broken')
    await expect(takePhoto()).rejects.toMatchObject({ fault: 'unreadable' })
  })

  it.each([
    ['heic', 'heic'],
    ['huge', 'tooLarge'],
  ] as const)('that is %s is refused before it leaves', async (choice, fault) => {
    cameraGives(choice)
    await expect(takePhoto()).rejects.toMatchObject({ fault })
  })

  it.each([
    ['offline', 'offline'],
    [401, 'refused'],
    [403, 'refused'],
    [413, 'tooLarge'],
    [500, 'failed'],
  ] as const)('after %s is not stored, because %s', async (answer, fault) => {
    cameraGives('photo')
    storageAnswers(() => answer)
    const taken = await takePhoto()
    await expect(storePhoto(path, taken?.tempPath ?? '')).rejects.toMatchObject({ fault })
  })

  it('is gone after a restart', async () => {
    await expect(storePhoto(path, 'blob:of-yesterday')).rejects.toBeInstanceOf(StoreError)
  })
})

describe('a photo in WeChat', () => {
  const aPhone = (wechat: Record<string, unknown>) =>
    onPhone(wechat, async () => ({
      ...(await import('@/platform/photos/take')),
      ...(await import('@/platform/photos/store')),
    }))
  const failing = (errMsg: string) => jest.fn(async () => Promise.reject({ errMsg }))
  const online = { getNetworkType: async () => ({ networkType: 'wifi' }) }

  it('comes compressed from the camera or the album', async () => {
    const chooseMedia = jest.fn(async (_: unknown) => ({
      tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg' }],
    }))
    const { loaded: photos } = await aPhone({ chooseMedia })
    await expect(photos.takePhoto()).resolves.toEqual({ tempPath: 'wxfile://tmp_1.jpg' })
    expect(chooseMedia).toHaveBeenCalledWith({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
  })

  const choosing = async (text: string, size: number | undefined, read?: () => never) => {
    const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0))
    const chooseMedia = async () => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg', size }] })
    const readFileSync = jest.fn(read ?? (() => bytes.buffer))
    const getFileSystemManager = () => ({ readFileSync })
    const { loaded: photos } = await aPhone({ chooseMedia, getFileSystemManager })
    return { taking: photos.takePhoto(), readFileSync }
  }
  const jpeg = '\xff\xd8\xff\xe0'
  const unreadable = () => {
    throw new Error('readFileSync:fail')
  }

  it.each([
    ['a JPEG', jpeg, photoBytes],
    ['a JPEG of a phone that tells no size', jpeg, undefined],
  ])('that is %s is taken, and only its first bytes are read', async (_, text, size) => {
    const { taking, readFileSync } = await choosing(text, size)
    await expect(taking).resolves.toEqual({ tempPath: 'wxfile://tmp_1.jpg' })
    expect(readFileSync).toHaveBeenCalledWith('wxfile://tmp_1.jpg', undefined, 0, 12)
  })

  it('is taken where the phone lets nobody read it', async () => {
    const { taking } = await choosing(HEIC, 9, unreadable)
    await expect(taking).resolves.toEqual({ tempPath: 'wxfile://tmp_1.jpg' })
  })

  it.each([
    ['a HEIC', HEIC, 9, 'heic'],
    ['too large', jpeg, photoBytes + 1, 'tooLarge'],
    ['empty', '', 0, 'unreadable'],
    ['a page', '<!DOCTYPE html>', 15, 'unreadable'],
  ])('that is %s is refused before it leaves', async (_, text, size, fault) => {
    const { taking } = await choosing(text, size)
    await expect(taking).rejects.toMatchObject({ fault })
  })

  it.each([
    ['chooseMedia:fail cancel', null],
    ['chooseMedia:fail auth deny', 'notAllowed'],
    ['chooseMedia:fail privacy permission is not authorized', 'notAllowed'],
    ['chooseMedia:fail camera is broken', 'failed'],
  ])('after “%s” is %s', async (errMsg, fault) => {
    const { loaded: photos } = await aPhone({ chooseMedia: failing(errMsg) })
    const taking = photos.takePhoto()
    if (fault === null) await expect(taking).resolves.toBeNull()
    else await expect(taking).rejects.toMatchObject({ fault })
  })

  it('goes where the cloud said', async () => {
    const uploadFile = jest.fn(async (_: unknown) => ({ fileID: 'cloud://x/y.jpg' }))
    const { loaded: photos } = await aPhone({ cloud: { uploadFile } })
    await expect(photos.storePhoto(path, 'wxfile://tmp_1.jpg')).resolves.toBe('cloud://x/y.jpg')
    expect(uploadFile).toHaveBeenCalledWith({ cloudPath: path, filePath: 'wxfile://tmp_1.jpg' })
  })

  it.each([
    ['uploadFile:fail no such file or directory', 'unreadable'],
    ['uploadFile:fail file size exceed the limit', 'tooLarge'],
    ['uploadFile:fail -503003 STORAGE_EXCEED_AUTHORITY', 'refused'],
    ['uploadFile:fail permission denied', 'refused'],
    ['uploadFile:fail timeout', 'noReply'],
    ['uploadFile:fail Error: errCode: -504003 | errMsg: timed out after 20 seconds', 'noReply'],
    ['uploadFile:fail', 'failed'],
  ])('after “%s” is not stored, because %s', async (errMsg, fault) => {
    const { loaded: photos } = await aPhone({ ...online, cloud: { uploadFile: failing(errMsg) } })
    await expect(photos.storePhoto(path, 'wxfile://tmp_1.jpg')).rejects.toMatchObject({ fault })
  })

  it('without a network is not stored', async () => {
    const getNetworkType = async () => ({ networkType: 'none' })
    const { loaded: photos } = await aPhone({
      getNetworkType,
      cloud: { uploadFile: failing('uploadFile:fail') },
    })
    await expect(photos.storePhoto(path, 'wxfile://tmp_1.jpg')).rejects.toMatchObject({ fault: 'offline' })
  })
})
