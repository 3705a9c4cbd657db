import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Membership, Org } from '#types/people/staff'
import Team from '@/packages/staff/team'
import { rememberMe } from '@/services/person'
import { aMe, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const station: Org = {
  id: 'st-changjiang',
  name: '长江路社区养老驿站',
  kind: 'station',
  roles: ['clerk', 'careWorker'],
}
const town: Org = { id: 't-changjiang', name: '长江路街道', kind: 'town', roles: ['volunteer'] }

const sun = { name: '孙站长', role: 'manager', relation: null, channel: 'app' } as const

const aMember = (over: Partial<Membership> = {}): Membership => ({
  id: 'st-changjiang_clerk_p-1',
  orgId: 'st-changjiang',
  orgName: '长江路社区养老驿站',
  orgKind: 'station',
  role: 'clerk',
  helperKind: null,
  name: '吴倩',
  state: 'accepted',
  missing: [],
  certificates: [],
  steps: [{ act: 'accept', at: now, by: { ...sun, name: '吴倩', role: 'clerk' }, note: null }],
  ...over,
})

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = {}
  const held = { role: 'manager', stationId: 'st-changjiang', orgName: '长江路社区养老驿站' } as const
  rememberMe(aMe({ name: '孙站长', roles: [held], elders: [] }))
})

describe('the people of an organisation', () => {
  it('are grouped by how far they have come, those without their papers first', async () => {
    const people = [
      aMember(),
      aMember({ id: 'b', name: '钱护理', role: 'careWorker', state: 'assignable', missing: ['health'] }),
      aMember({ id: 'c', name: '郑兰', state: 'assignable' }),
      aMember({ id: 'd', name: '冯走', state: 'ended' }),
    ]
    cloudAnswers({ 'people.orgs': () => ({ orgs: [station], next: null }), 'people.staff': () => people })
    render(<Team />)
    await screen.findByText('吴倩')
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      '长江路社区养老驿站的人员',
      '证件缺了或者过期了 1',
      '等审核 1',
      '可以上岗 1',
    ])
    expect(screen.getByText('缺健康证')).toBeTruthy()
    expect(screen.queryByText('冯走')).toBeNull()
    tap('看已离开的 1 位')
    expect(screen.getByText('冯走')).toBeTruthy()
    tap(/郑兰/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/team/index?orgId=st-changjiang&memberId=c',
    })
  })

  it('are chosen by organisation where somebody directs several', async () => {
    cloudAnswers({
      'people.orgs': ({ after }) =>
        after === undefined ? { orgs: [station], next: 'more' } : { orgs: [town], next: null },
    })
    render(<Team />)
    fireEvent.click(await screen.findByRole('button', { name: /长江路街道/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/team/index?orgId=t-changjiang',
    })
  })

  it('are no business of others', async () => {
    rememberMe(aMe())
    render(<Team />)
    await act(async () => undefined)
    expect(screen.getByText('这里是驿站工作人员用的')).toBeTruthy()
  })
})

describe('one of them', () => {
  const openedAt = async (member: Membership, more: Parameters<typeof cloudAnswers>[0] = {}) => {
    phone.params = { orgId: member.orgId, memberId: member.id }
    const sent = cloudAnswers({
      'people.orgs': () => ({ orgs: [station], next: null }),
      'people.staff': () => [member],
      ...more,
    })
    render(<Team />)
    await screen.findByRole('heading', { name: member.name, level: 2 })
    return sent
  }

  it('goes one step further', async () => {
    const sent = await openedAt(aMember(), { 'people.advance': () => aMember({ state: 'vetted' }) })
    await act(async () => tap('审核通过'))
    expect(sent[sent.length - 1]?.input).toMatchObject({ act: 'vet', membershipId: aMember().id })
    expect(screen.getByRole('button', { name: '培训完成' })).toBeTruthy()
  })

  it('is not assignable without papers', async () => {
    const lacking = aMember({ state: 'trained', missing: ['health'] })
    const sent = await openedAt(lacking, {
      'people.advance': () => {
        throw refused('CERTIFICATE_MISSING', { kinds: ['health'] })
      },
    })
    await act(async () => tap('可以上岗'))
    expect(screen.getByText(/证件还没有，或者过期了/)).toBeTruthy()
    tap('补一张证件')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('part=certify') })
    expect(sent.some(({ name }) => name === 'people.certify')).toBe(false)
  })

  it('gets a certificate that was seen, the missing kind first', async () => {
    const lacking = aMember({ state: 'trained', missing: ['health'] })
    phone.params = { orgId: lacking.orgId, memberId: lacking.id, part: 'certify' }
    const sent = cloudAnswers({
      'people.orgs': () => ({ orgs: [station], next: null }),
      'people.staff': () => [lacking],
      'people.certify': () => lacking,
    })
    render(<Team />)
    await screen.findByText('吴倩的证件')
    expect(screen.getByRole('radio', { name: '健康证' }).getAttribute('aria-checked')).toBe('true')
    tap('看过原件，记下')
    expect(screen.getByText('照着证件填编号。')).toBeTruthy()
    expect(screen.getByText('上面还有没填好的，请往上看一看。')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: '证件编号' }), { target: { value: 'JKZ-17' } })
    fireEvent.click(screen.getByRole('checkbox', { name: '区疾控中心' }))
    const years = screen.getAllByRole('textbox', { name: '年' })
    fireEvent.change(years[0] as HTMLElement, { target: { value: '20260901' } })
    fireEvent.change(years[1] as HTMLElement, { target: { value: '20270831' } })
    await act(async () => tap('看过原件，记下'))
    expect(sent[sent.length - 1]?.input.certificate).toEqual({
      kind: 'health',
      number: 'JKZ-17',
      issuer: '区疾控中心',
      from: '2026-09-01',
      to: '2027-08-31',
    })
  })

  it('is stopped at once, with a reason', async () => {
    const sent = await openedAt(aMember({ state: 'assignable' }), {
      'people.advance': () => aMember({ state: 'suspended' }),
    })
    tap('停用')
    expect(screen.getByText(/从现在起马上不能接活/)).toBeTruthy()
    tap('现在就停用')
    expect(screen.getByText('选一个原因，或者写一句。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '有人投诉' }))
    await act(async () => tap('现在就停用'))
    expect(sent[sent.length - 1]?.input).toMatchObject({ act: 'suspend', note: '有人投诉' })
    expect(screen.getByRole('button', { name: '恢复上岗' })).toBeTruthy()
  })
})

describe('an invitation', () => {
  it('asks which kind of volunteer, and shows the code', async () => {
    phone.params = { orgId: 't-changjiang', part: 'invite' }
    const sent = cloudAnswers({
      'people.orgs': () => ({ orgs: [town], next: null }),
      'people.inviteStaff': () => ({ code: '90817263', expiresAt: '2026-11-24T06:20:00.000Z' }),
    })
    render(<Team />)
    await screen.findByText('请到长江路街道做什么？')
    fireEvent.click(screen.getByRole('radio', { name: '网格员' }))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '小赵' } })
    await act(async () => tap('给一个邀请码'))
    expect(sent[sent.length - 1]?.input).toMatchObject({
      orgKind: 'town',
      orgId: 't-changjiang',
      role: 'volunteer',
      helperKind: 'gridWorker',
      note: '小赵',
    })
    expect(screen.getByRole('img', { name: '邀请码 9 0 8 1 7 2 6 3' })).toBeTruthy()
    expect(screen.getByText('把这个码给小赵')).toBeTruthy()
    expect(screen.getByRole('button', { name: '复制下来，发给小赵' })).toBeTruthy()
  })

  it('is only to the roles that one may invite to', async () => {
    phone.params = { orgId: 'st-changjiang', part: 'invite' }
    cloudAnswers({ 'people.orgs': () => ({ orgs: [station], next: null }) })
    render(<Team />)
    await screen.findByText('请到长江路社区养老驿站做什么？')
    expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual(['工作人员', '护理员'])
    expect(screen.getByRole('button', { name: '先选做什么' })).toBeTruthy()
  })
})
