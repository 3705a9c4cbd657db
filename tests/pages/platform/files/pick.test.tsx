import { onPhone } from '../../on-phone'

const loading = () => import('@/platform/files/pick')

describe('pickText in WeChat', () => {
  const reading = (chooseMessageFile: () => Promise<unknown>) =>
    onPhone({ chooseMessageFile, getFileSystemManager: () => ({ readFileSync: () => '{}' }) }, loading)

  it('reads a file that was sent in a chat', async () => {
    const { loaded } = await reading(async () => ({ tempFiles: [{ path: 'wxfile://2' }] }))
    expect(await loaded.pickText('json')).toEqual({ state: 'read', text: '{}' })
  })

  it.each([
    ['chooseMessageFile:fail cancel', 'none'],
    ['chooseMessageFile:fail', 'failed'],
  ])('tells %s apart', async (errMsg, state) => {
    const { loaded } = await reading(async () => Promise.reject({ errMsg }))
    expect(await loaded.pickText('json')).toEqual({ state })
  })
})
