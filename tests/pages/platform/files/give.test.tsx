import { saveFile } from '@/platform/files/give'
import { onPhone } from '../../on-phone'
import { answering, failing, succeeding } from '../wechat'
import { downloads } from './downloads'
import { someFiles, whereToWrite } from './some-files'

const aPhone = (wechat: Record<string, unknown>) => onPhone(wechat, () => import('@/platform/files/give'))

describe('saveFile in WeChat', () => {
  it('writes a file and gives it to somebody, without the one before', async () => {
    const files = someFiles()
    const shareFileMessage = answering(null)
    const { loaded } = await aPhone({ ...whereToWrite(files), shareFileMessage })
    await expect(loaded.saveFile('旧的.txt', '甲')).resolves.toBe(true)
    await expect(loaded.saveFile('长江路/驿站 2026.csv', '乙', 'text/csv')).resolves.toBe(true)
    expect([...files.written]).toEqual([['wxfile://usr/given/长江路-驿站 2026.csv', 'utf8: 乙']])
    expect(shareFileMessage).toHaveBeenLastCalledWith(
      expect.objectContaining({
        filePath: 'wxfile://usr/given/长江路-驿站 2026.csv',
        fileName: '长江路-驿站 2026.csv',
      }),
    )
  })

  it('passes it on before anything is waited for, as WeChat wants it after a tap', async () => {
    const shareFileMessage = answering(null)
    const { loaded } = await aPhone({ ...whereToWrite(someFiles()), shareFileMessage })
    const saving = loaded.saveFile('名册.csv', '甲')
    expect(shareFileMessage).toHaveBeenCalledTimes(1)
    await expect(saving).resolves.toBe(true)
  })

  it('puts it on the disk of a computer, where it cannot be sent', async () => {
    const saveFileToDisk = succeeding({})
    const { loaded } = await aPhone({
      ...whereToWrite(someFiles()),
      shareFileMessage: answering('shareFileMessage:fail not supported'),
      saveFileToDisk,
    })
    await expect(loaded.saveFile('名册.csv', '甲')).resolves.toBe(true)
    expect(saveFileToDisk).toHaveBeenCalledWith({ filePath: 'wxfile://usr/given/名册.csv' })
  })

  it.each([
    ['was not sent after all', 'shareFileMessage:fail cancel'],
    ['could not be sent', 'shareFileMessage:fail'],
  ])('says no when it %s', async (_, errMsg) => {
    const saveFileToDisk = failing('saveFileToDisk:fail not supported')
    const shareFileMessage = answering(errMsg)
    const { loaded } = await aPhone({
      ...whereToWrite(someFiles()),
      shareFileMessage,
      saveFileToDisk,
    })
    await expect(loaded.saveFile('名册.csv', '甲')).resolves.toBe(false)
    expect(saveFileToDisk).toHaveBeenCalledTimes(errMsg.includes('cancel') ? 0 : 1)
  })
})

describe('saveFile in a browser', () => {
  const downloaded = downloads()

  it('downloads a text under its name, and forgets it when the browser has it', async () => {
    await expect(saveFile('名册.csv', '甲,乙', 'text/csv')).resolves.toBe(true)
    expect(downloaded[0]?.name).toBe('名册.csv')
    expect(downloaded[0]?.content.type).toBe('text/csv;charset=utf-8')
    expect(URL.revokeObjectURL).not.toHaveBeenCalled()
    jest.advanceTimersByTime(60_000)
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:here')
  })
})
