import { act, fireEvent, render, screen } from '@testing-library/react'
import * as React from 'react'
import { onPhone } from '../on-phone'
import { answering, succeeding } from '../platform/wechat'

const file = {
  name: '结算.csv',
  link: 'https://files/1',
  fileId: 'cloud://env/1.csv',
  records: 14,
  owed: 8900,
}

const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

/** The file of a month on a phone, as a text, made and brought. */
async function made(shareFileMessage: jest.Mock) {
  jest.doMock('react', () => React) // two of them do not render together
  const cloud = {
    callFunction: succeeding({ result: { ok: true, data: file } }),
    downloadFile: succeeding({ tempFilePath: 'wxfile://1' }),
  }
  const { loaded } = await onPhone(
    { cloud, shareFileMessage },
    () => import('@/packages/office/settlement/download'),
  )
  const wanted = { district: 'd-sample', operatorId: 'op-1', month: '2026-11' }
  render(<loaded.Download wanted={wanted} format="csv" onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: '财政核对' }))
  await tap('做好文件')
}

describe('the file of a month as a text in WeChat', () => {
  it.each([
    [null, '发好了。请不要发到群里。'],
    ['shareFileMessage:fail cancel', '没有发出去。请再点一次，或者复制链接，到电脑上打开。'],
  ])('is passed on, and says what came of it: %s', async (failure, words) => {
    await made(answering(failure))
    await tap('发给自己或者同事')
    expect(screen.getByText(words)).toBeTruthy()
  })
})
