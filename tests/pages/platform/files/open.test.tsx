import { onPhone } from '../../on-phone'
import { answering, failing, succeeding } from '../wechat'

const file = {
  name: '结算.xlsx',
  link: 'https://files/1',
  fileId: 'cloud://env/1.xlsx',
  format: 'xlsx' as const,
}
const text = { ...file, name: '结算.csv', fileId: 'cloud://env/1.csv', format: 'csv' as const }

async function aPhone(wechat: Record<string, unknown>) {
  const downloadFile = succeeding({ tempFilePath: 'wxfile://1', statusCode: 200 })
  const parts = { cloud: { downloadFile }, ...wechat }
  return { ...(await onPhone(parts, () => import('@/platform/files/open'))).loaded, downloadFile }
}

describe('a file of the storage in WeChat', () => {
  it('is fetched by its id, and a table shown in its own reader, from where it can be passed on', async () => {
    const openDocument = succeeding({})
    const phone = await aPhone({ openDocument })
    const brought = await phone.bringFile(file)
    expect(phone.downloadFile).toHaveBeenCalledWith({ fileID: 'cloud://env/1.xlsx' })
    expect(brought && (await phone.openFile(brought))).toBe(true)
    expect(openDocument).toHaveBeenCalledWith({ filePath: 'wxfile://1', fileType: 'xlsx', showMenu: true })
  })

  it('is passed on where it is a text, straight from the tap', async () => {
    const shareFileMessage = answering(null)
    const phone = await aPhone({ shareFileMessage })
    expect([phone.isPassedOn('csv'), phone.isPassedOn('xlsx')]).toEqual([true, false])
    const brought = await phone.bringFile(text)
    const opening = brought && phone.openFile(brought)
    expect(shareFileMessage).toHaveBeenCalledWith(
      expect.objectContaining({ filePath: 'wxfile://1', fileName: '结算.csv' }),
    )
    expect(await opening).toBe(true)
  })

  it('is none where it cannot be reached', async () => {
    const phone = await aPhone({ cloud: { downloadFile: failing('cloud.downloadFile:fail') } })
    expect(await phone.bringFile(file)).toBeNull()
  })

  it('says that it was not opened', async () => {
    const phone = await aPhone({ openDocument: failing('openDocument:fail') })
    const brought = await phone.bringFile(file)
    expect(brought && (await phone.openFile(brought))).toBe(false)
  })
})
