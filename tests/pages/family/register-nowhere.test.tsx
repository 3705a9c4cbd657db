/**
 * @jest-environment-options {"url": "http://localhost/"}
 */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Register from '@/packages/family/register'
import { rememberMe } from '@/services/person'
import { aGuest, aNearbyStation } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers } from '../network'

const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

describe('registering oneself where nobody says where the phone is', () => {
  it('goes by town, and says so where the position is asked for in vain', async () => {
    phone.params = { for: 'me' }
    rememberMe(aGuest())
    const towns = [{ id: 't-east', name: '东街道' }]
    cloudAnswers({
      'people.me': aGuest,
      'people.consents': () => [],
      'stations.districts': () => ({ districts: [{ id: 'gaoxin', name: '高新区', towns }], next: null }),
      'stations.find': () => ({ stations: [aNearbyStation()], next: null }),
    })
    await act(async () => void render(<Register />))
    type('您的名字', '王秀英')
    await tap('下一步')
    type('您的身份证号', '34010119440101068X')
    await tap('下一步')
    await tap('找附近的驿站')
    expect(screen.getByText(/不知道您在哪里/)).toBeTruthy()
    await tap('东街道')
    fireEvent.click(screen.getByRole('radio', { name: /长江路社区养老驿站/ }))
    await tap('下一步')
    expect(screen.getByText('您住在哪里？')).toBeTruthy()
  })
})
