import { onPhone } from '../../on-phone'

const file = { name: '结算.xlsx', link: 'https://files/1' }
const loading = () => import('@/platform/files/open')

describe('openFile in WeChat', () => {
  it('shows a table in its own reader, from where it can be passed on', async () => {
    const downloadFile = jest.fn(async () => ({ statusCode: 200, tempFilePath: 'wxfile://1' }))
    const openDocument = jest.fn(async (_: object) => undefined)
    const { loaded } = await onPhone({ downloadFile, openDocument }, loading)
    expect(await loaded.openFile({ ...file, format: 'xlsx' })).toBe(true)
    expect(openDocument).toHaveBeenCalledWith({ filePath: 'wxfile://1', fileType: 'xlsx', showMenu: true })
  })

  it.each([
    ['is gone', async () => ({ statusCode: 404, tempFilePath: '' })],
    ['cannot be reached', async () => Promise.reject({ errMsg: 'downloadFile:fail' })],
  ])('says that it did not when the link %s', async (_, downloadFile) => {
    const openDocument = jest.fn()
    const { loaded } = await onPhone({ downloadFile, openDocument }, loading)
    expect(await loaded.openFile({ ...file, format: 'xlsx' })).toBe(false)
    expect(openDocument).not.toHaveBeenCalled()
  })

  it('opens no text', async () => {
    const { loaded } = await onPhone({}, loading)
    expect(loaded.canOpenFile('csv')).toBe(false)
    expect(await loaded.openFile({ ...file, format: 'csv' })).toBe(false)
  })
})
