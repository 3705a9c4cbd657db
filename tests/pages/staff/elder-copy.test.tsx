import { act, fireEvent, render, screen } from '@testing-library/react'
import Elder from '@/packages/staff/elder'
import * as giving from '@/platform/files/give'
import { rememberMe } from '@/services/person'
import { aFile, aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers } from '../network'

beforeEach(() => {
  jest.restoreAllMocks()
  phone.params = { stationId: 'st-changjiang', elderId: 'e-wang', part: 'copy' }
  rememberMe(aMe({ roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('a copy for an elder', () => {
  it('is gathered at one tap and passed on right after the next, as WeChat wants it', async () => {
    const save = jest.spyOn(giving, 'saveFile').mockResolvedValue(true)
    cloudAnswers({ 'people.file': () => aFile(), 'people.copy': () => ({ parts: [], next: null }) })
    render(<Elder />)
    fireEvent.click(await screen.findByRole('checkbox', { name: '老人本人来要' }))
    await act(async () => tap('做一份资料'))
    expect(save).not.toHaveBeenCalled()
    expect(screen.getByText('资料做好了。请点“存下这份资料”。')).toBeTruthy()
    tap('存下这份资料')
    expect(save).toHaveBeenCalledTimes(1)
    expect(await screen.findByText(/请当面交给/)).toBeTruthy()
  })
})
