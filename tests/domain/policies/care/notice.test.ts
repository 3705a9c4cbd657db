import { checkNotice } from '../../../../cloudfunctions/_domain/policies/care/services/notice'
import { aCarePolicy } from './builders'

const policy = aCarePolicy({
  effectiveTo: '2021-12-31',
  notice: { app: 7, phone: 2 },
  classes: { any: '不分类' },
  catalogue: [
    { item: 'bathing', label: '助浴', class: 'any', kind: 'appointment' },
    { item: 'haircut', label: '理发', class: 'any', kind: 'appointment', notice: { app: 3, phone: 0 } },
    { item: 'tidying', label: '打扫', class: 'any', kind: 'regular', minutes: 60 },
  ],
})

describe('checkNotice', () => {
  it.each([
    ['bathing', 'app', '2021-03-16', false, '2021-03-17'],
    ['bathing', 'app', '2021-03-17', true, '2021-03-17'],
    ['bathing', 'phone', '2021-03-11', false, '2021-03-12'],
    ['bathing', 'phone', '2021-03-12', true, '2021-03-12'],
    ['haircut', 'app', '2021-03-12', false, '2021-03-13'],
    ['haircut', 'phone', '2021-03-10', true, '2021-03-10'],
    ['tidying', 'app', '2021-03-10', true, '2021-03-10'],
    [undefined, 'app', '2021-03-16', false, '2021-03-17'],
  ] as const)('%s by %s for %s: %s, first %s', (item, channel, on, inTime, firstPossible) => {
    const answer = checkNotice(policy, { item, channel, asked: '2021-03-10', on })
    expect(answer).toMatchObject({ inTime, firstPossible })
  })

  it('says what every channel makes possible', () => {
    const answer = checkNotice(policy, {
      item: 'bathing',
      channel: 'app',
      asked: '2021-03-10',
      on: '2021-03-12',
    })
    expect(answer.byChannel).toEqual({ app: '2021-03-17', phone: '2021-03-12' })
  })

  it('counts over the end of February and the year', () => {
    const ask = (asked: string) => checkNotice(policy, { item: 'bathing', channel: 'app', asked, on: asked })
    expect(ask('2021-02-25').firstPossible).toBe('2021-03-04')
    expect(ask('2020-02-25').firstPossible).toBe('2020-03-03')
  })

  it('knows no day after the end of the policy, and none before its beginning', () => {
    const late = { item: 'bathing', channel: 'app', asked: '2021-12-28', on: '2022-01-05' } as const
    expect(checkNotice(policy, late)).toMatchObject({ inTime: false, firstPossible: null })
    const beyond = { item: 'bathing', channel: 'app', asked: '2021-12-01', on: '2022-01-01' } as const
    expect(checkNotice(policy, beyond)).toMatchObject({ inTime: false, firstPossible: '2021-12-08' })
    const early = { item: 'bathing', channel: 'phone', asked: '2019-12-01', on: '2019-12-24' } as const
    expect(checkNotice(policy, early)).toMatchObject({ inTime: false, firstPossible: '2020-01-01' })
  })
})
