import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { ElderFile } from '#types/people/elders'
import File from '@/packages/family/file'
import { rememberMe } from '@/services/person'
import { aDaughter, aFile, aMe, anElder } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const opened = async (over: Partial<ElderFile> = {}, answers: Parameters<typeof cloudAnswers>[0] = {}) => {
  const sent = cloudAnswers({ 'people.file': () => aFile(over), ...answers })
  await act(async () => void render(<File />))
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const asked = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _, ...input } }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe())
})

describe('what is known of an elder', () => {
  it('is there in calm words, with the numbers masked', async () => {
    await opened()
    for (const words of [
      '1944年3月2日，82 岁',
      '最后四位 0021',
      '138****5678',
      '一个人住',
      '软烂、少盐',
      '鸡蛋',
      '轻度失能',
      '2026年1月1日起',
      '2025年12月31日到期了',
      '139****0001',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getByText(/名字、生日、身份证号要改，请带证件到驿站/)).toBeTruthy()
  })

  it('says why a part is not there, and where to agree to it', async () => {
    await opened({ health: null, categories: null })
    expect(screen.getAllByRole('button', { name: /看一看要不要同意/ })).toHaveLength(2)
    cleanup()

    rememberMe(aDaughter())
    const may = { correct: true, verify: false, reveal: false, decide: false }
    await opened({ health: null, categories: null, may })
    expect(screen.getByText('要妈妈同意了才看得到。')).toBeTruthy()
    expect(screen.getByText('只有妈妈自己和驿站看得到。')).toBeTruthy()
    expect(screen.queryByText('身份证号')).toBeNull()
    expect(screen.queryByRole('button', { name: /看全部/ })).toBeNull()
  })

  it('offers nothing to somebody who may only look', async () => {
    rememberMe(aDaughter())
    await opened({ may: { correct: false, verify: false, reveal: false, decide: false } })
    expect(screen.queryByRole('button', { name: /改/ })).toBeNull()
  })
})

describe('seeing what is masked', () => {
  it('takes one tap with a ready reason', async () => {
    const sent = await opened(
      {},
      { 'people.reveal': () => ({ values: [{ name: null, value: '13812345678' }] }) },
    )
    await tap('看全部电话')
    await tap('看全部')
    expect(asked(sent, 'people.reveal')).toEqual([{ elderId: 'e-wang', field: 'phone', reason: '自己查看' }])
    expect(screen.getByText('13812345678')).toBeTruthy()
    await tap('看好了')
    expect(screen.queryByText('13812345678')).toBeNull()
  })

  it('asks nobody why they look at what is theirs, and a guardian why', async () => {
    await opened()
    await tap('看全部身份证号')
    expect(screen.queryByText('为什么看')).toBeNull()
    cleanup()
    rememberMe(aDaughter())
    await opened()
    await tap('看全部身份证号')
    expect(screen.getByText('为什么看')).toBeTruthy()
  })

  it('is not needed for what an elder reads in full', async () => {
    await opened({
      phone: '13812345678',
      room: '402',
      contacts: [{ name: '李敏', relation: 'daughter', phone: '13900000001' }],
    })
    for (const words of ['13812345678', '402', '13900000001']) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /看.*全部/ }).map((one) => one.textContent)).toEqual([
      '看全部身份证号',
    ])
  })

  it('says right there that it cannot be opened, and keeps the rest', async () => {
    await opened(
      {},
      {
        'people.reveal': () => {
          throw refused('KEY_LOST')
        },
      },
    )
    await tap('看全部身份证号')
    await tap('看全部')
    expect(within(screen.getByRole('dialog')).getByText(/这一段内容现在打不开/)).toBeTruthy()
    expect(screen.getByText('138****5678')).toBeTruthy()
  })
})

describe('changing what is known', () => {
  const corrected: Parameters<typeof cloudAnswers>[0] = {
    'people.correct': ({ changes }) =>
      aFile({
        ...('living' in changes && { living: changes.living }),
        building: changes.building ?? '长江路 18 弄',
      }),
  }

  it('takes a new telephone number, or none', async () => {
    const sent = await opened({}, corrected)
    await tap('改电话')
    expect(screen.getByRole('button', { name: '先填电话' })).toBeTruthy()
    type('新的电话', '1391234567')
    expect(screen.getByRole('button', { name: '先填电话' })).toBeTruthy()
    type('新的电话', '13912345678')
    await tap('改好了')
    await tap('改电话')
    fireEvent.click(screen.getByRole('radio', { name: '没有电话' }))
    await tap('改好了')
    expect(asked(sent, 'people.correct').map(({ changes }) => changes)).toEqual([
      { phone: '13912345678' },
      { phone: null },
    ])
    expect(screen.getByText('我的资料', { selector: '.title' })).toBeTruthy()
  })

  it('keeps what was typed through a failure and a restart, and lets go of it when told', async () => {
    await opened(
      {},
      {
        'people.correct': () => {
          throw noNetwork()
        },
      },
    )
    await tap('改电话')
    type('新的电话', '13912345678')
    await tap('改好了')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    cleanup()

    await opened()
    await tap('改电话')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '新的电话' }).value).toBe('13912345678')
    await tap('不改了')
    await tap('改电话')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '新的电话' }).value).toBe('')
  })

  it('says that nobody has marked her home, and lets other pages know once somebody has', async () => {
    const me = aMe({ elders: [anElder({ place: { lng: 117.149, lat: 31.8375 } })] })
    const sent = await opened({ isPlaceUnknown: true }, { ...corrected, 'people.me': () => me })
    expect(screen.getByText('还没有标出来，先用驿站的位置')).toBeTruthy()
    await tap('改住址')
    expect(screen.getByRole('radio', { name: /不变 ?还没有标出来/ })).toBeTruthy()
    pick(/我现在就在家/)
    await tap('改好了')
    expect(sent.at(-1)?.name).toBe('people.me')
  })

  it('asks where her home is on the map before another building is stored', async () => {
    const sent = await opened({}, corrected)
    await tap('改住址')
    expect(screen.getByRole('button', { name: '先写改成什么' })).toBeTruthy()
    type(/小区和楼/, '石榴苑 3 号楼')
    expect(screen.getByRole('button', { name: '先选地图上的位置' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /用驿站的位置/ }))
    fireEvent.click(screen.getByRole('radio', { name: '换一个' }))
    expect(screen.getByRole('button', { name: '先写门牌号' })).toBeTruthy()
    type('新的门牌号', '502')
    await tap('改好了')
    expect(asked(sent, 'people.correct')).toEqual([
      { elderId: 'e-wang', changes: { building: '石榴苑 3 号楼', room: '502', place: null } },
    ])
    expect(screen.getByText('石榴苑 3 号楼')).toBeTruthy()
  })

  it.each([
    ['takes a room away', () => pick('去掉'), { room: null }],
    [
      'takes the place where the phone is',
      () => pick(/我现在就在家/),
      { place: { lng: 117.149, lat: 31.8375 } },
    ],
    [
      'leaves the place where it was for a mere correction',
      () => {
        type(/小区和楼/, '长江路 18 弄 2 号楼')
        pick(/不变 ?没有搬家/)
      },
      { building: '长江路 18 弄 2 号楼' },
    ],
  ])('%s', async (_, change, changes) => {
    const sent = await opened({}, corrected)
    await tap('改住址')
    change()
    await tap('改好了')
    expect(asked(sent, 'people.correct')[0]?.changes).toEqual(changes)
  })

  it('leads an elder to the consent that is missing', async () => {
    await opened(
      {},
      {
        'people.correct': () => {
          throw refused('CONSENT_MISSING')
        },
      },
    )
    await tap('改住址')
    pick(/我现在就在家/)
    await tap('改好了')
    expect(screen.getByText(/还没有同意填/)).toBeTruthy()
    await tap(/看一看要不要同意/)
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe(
      '/packages/family/privacy/index?elderId=e-wang',
    )
  })

  it('changes with whom she lives', async () => {
    const sent = await opened({}, corrected)
    await tap('改和谁住')
    expect(screen.getByRole('button', { name: '先选改成什么' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '和家人住' }))
    await tap('改好了')
    expect(asked(sent, 'people.correct')[0]?.changes).toEqual({ living: 'withFamily' })
    expect(screen.getByText('和家人住')).toBeTruthy()
  })

  it('takes what she must not eat, ticked and in own words', async () => {
    const sent = await opened({}, corrected)
    await tap('改忌口和过敏')
    fireEvent.click(screen.getByRole('checkbox', { name: '清真' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '软烂' }))
    type('对什么过敏', '鸡蛋，芒果、 花生')
    await tap('改好了')
    expect(asked(sent, 'people.correct')[0]?.changes).toEqual({
      diet: ['lowSalt', 'halal'],
      allergies: ['鸡蛋', '芒果', '花生'],
    })
  })

  it('says before sending what is too long to be printed on a box', async () => {
    await opened({}, corrected)
    await tap('改忌口和过敏')
    type('对什么过敏', '一'.repeat(21))
    expect(screen.getByText(/不超过 20 个字/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '先把过敏写短些' })).toBeTruthy()
  })
})

describe('whom to ring', () => {
  const values = [
    { name: '李敏', value: '13900000001' },
    { name: '王浩', value: '13900000002' },
  ]

  it('can be put in another order, taken away and added to, without typing the others again', async () => {
    const sent = await opened(
      {},
      { 'people.reveal': () => ({ values }), 'people.correct': () => aFile({ contacts: [] }) },
    )
    await tap('改联系人')
    await tap('王浩，排到前面')
    await tap('李敏，去掉')
    await tap('加一位')
    expect(screen.getByRole('button', { name: '先写名字' })).toBeTruthy()
    type('名字', '陈芳')
    fireEvent.click(screen.getByRole('radio', { name: '邻居' }))
    type('电话', '055112345678')
    await tap('写好了')
    await tap('改好了')
    expect(asked(sent, 'people.reveal')[0]).toMatchObject({ field: 'contacts', reason: '要改联系人' })
    expect(asked(sent, 'people.correct')[0]?.changes).toEqual({
      contacts: [
        { name: '王浩', relation: 'son', phone: '13900000002' },
        { name: '陈芳', relation: 'neighbour', phone: '055112345678' },
      ],
    })
  })

  it('is changed by a daughter without seeing the numbers, which stay as they are', async () => {
    rememberMe(aDaughter())
    const sent = await opened(
      { may: { correct: true, verify: false, reveal: false, decide: false } },
      { 'people.correct': () => aFile() },
    )
    await tap('改联系人')
    expect(asked(sent, 'people.reveal')).toEqual([])
    await tap('王浩，改')
    expect(screen.getByRole('button', { name: '先填电话' })).toBeTruthy()
    type('电话', '13900000003')
    await tap('写好了')
    await tap('王浩，排到前面')
    await tap('改好了')
    expect(asked(sent, 'people.correct')[0]?.changes).toEqual({
      contacts: [
        { name: '王浩', relation: 'son', phone: '13900000003' },
        { name: '李敏', relation: 'daughter', phone: null },
      ],
    })
  })

  it('can be typed again when the numbers cannot be opened', async () => {
    await opened(
      {},
      {
        'people.reveal': () => {
          throw refused('KEY_LOST')
        },
      },
    )
    await tap('改联系人')
    expect(screen.getByText(/这一段内容现在打不开/)).toBeTruthy()
    await tap('电话重新填一遍')
    expect(screen.getAllByText('电话要重新填')).toHaveLength(2)
  })
})

describe('days away from home', () => {
  const hospital = { kind: 'hospital', from: '2026-11-18', to: null, by: '张静' } as const

  it('are written in a few taps, and nobody has to know when she comes back', async () => {
    const sent = await opened({}, { 'people.setAbsences': () => aFile({ absences: [hospital] }) })
    await tap('写下不在家的日子')
    expect(screen.getByRole('button', { name: '先选住院还是外出' })).toBeTruthy()
    pick('住院')
    pick('昨天')
    await tap('记下来')
    expect(asked(sent, 'people.setAbsences')).toEqual([
      { elderId: 'e-wang', absences: [{ kind: 'hospital', from: '2026-11-20', to: null }] },
    ])
    expect(screen.getByText('11月18日起住院，还不知道哪天回来')).toBeTruthy()
    expect(screen.getByText('张静写的')).toBeTruthy()
  })

  it('keep what was written without a network, and ask for days in their order', async () => {
    await opened(
      {},
      {
        'people.setAbsences': () => {
          throw noNetwork()
        },
      },
    )
    await tap('写下不在家的日子')
    pick('外出')
    pick('定了')
    const back = within(screen.getByRole('group', { name: '回来的日子' }))
    fireEvent.change(back.getByRole('textbox', { name: '年' }), { target: { value: '20261101' } })
    expect(screen.getByRole('button', { name: '回来的日子早了' })).toBeTruthy()
    fireEvent.change(back.getByRole('textbox', { name: '日' }), { target: { value: '30' } })
    await tap('记下来')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: '外出' }).getAttribute('aria-checked')).toBe('true')
  })

  it('end when she is home again, and others stay as they are', async () => {
    const later = { kind: 'away', from: '2026-12-01', to: '2026-12-05', by: '李敏' } as const
    const sent = await opened(
      { absences: [later, hospital] },
      {
        'people.setAbsences': ({ absences }) =>
          aFile({ absences: absences.map((one) => ({ ...one, by: '张静' })) }),
      },
    )
    expect(screen.getByText('12月1日到12月5日外出')).toBeTruthy()
    await tap('改不在家的日子')
    await tap(/^今天回家了/)
    expect(asked(sent, 'people.setAbsences')[0]?.absences).toEqual([
      { kind: 'away', from: '2026-12-01', to: '2026-12-05' },
      { kind: 'hospital', from: '2026-11-18', to: '2026-11-21' },
    ])
    await tap(/^去掉，12月1日/)
    expect(asked(sent, 'people.setAbsences')[1]?.absences).toEqual([
      { kind: 'hospital', from: '2026-11-18', to: '2026-11-21' },
    ])
    await tap('好了，回到资料')
    expect(screen.getByText('11月18日到今天住院')).toBeTruthy()
  })

  it('are not there for a relative who may only look', async () => {
    await opened({ may: { correct: false, verify: false, reveal: false, decide: false } })
    expect(screen.queryByText('不在家的日子')).toBeNull()
  })
})
