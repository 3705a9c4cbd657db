import { CallError, call } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'
import { aMe } from '../builders'
import { cloudAnswers, cloudIsAway, cloudIsSilent, noNetwork, refused } from '../network'
import { onPhone } from '../on-phone'

const failure = (): Promise<unknown> => call('people.me', {}).catch((error: unknown) => error)

describe('what is said of an input that was refused', () => {
  it.each([['name'], ['elder.name'], ['identity.name'], ['changes.contacts.0.name'], ['paper.witness']])(
    'names the name where it was %s',
    (field) => {
      expect(sentenceFor(new CallError('BAD_INPUT', { fields: [field] }))).toMatch(/^姓名填得不对/)
    },
  )

  it.each([[['note']], [['elder.name', 'elder.building']], [[]]])('names nothing of %j', (fields) => {
    expect(sentenceFor(new CallError('BAD_INPUT', { fields }))).toMatch(/^有一处填得不对/)
  })
})

describe('what is said of what was done too often today', () => {
  const said = (detail: object) => sentenceFor(new CallError('TOO_MANY_TODAY', { ...detail }))

  it('names a telephone, and that nothing is lost; for a visit, that urgent ones are heard', () => {
    expect(said({ what: 'cards', stationPhone: '000-0001' })).toMatch(
      /您填的都还在，请打电话给驿站（000-0001）/,
    )
    expect(said({ what: 'cards' })).not.toMatch(/急事/)
    expect(said({ what: 'requests' })).toMatch(/请打电话找驿站帮您办.*选“急事”，不限次数/)
  })

  it('is short to whoever asks to be let in, whose page rings the station', () => {
    const detail = { what: 'asks', stationPhone: '000-0001' }
    expect(said({ ...detail, isOfHer: true })).toMatch(/^今天请求的人太多.*请打电话给驿站.*填的都还在/)
    expect(said(detail)).toMatch(/^今天请求了太多次.*请打电话给驿站.*填的都还在/)
    expect(said({ what: 'asks' })).toMatch(/请打电话找驿站/)
  })
})

describe('call', () => {
  it('gives the answer of the action it names', async () => {
    const sent = cloudAnswers({ 'people.me': () => aMe() })
    expect((await call('people.me', {})).name).toBe('王秀英')
    expect(sent).toEqual([{ name: 'people.me', input: {} }])
  })

  it("passes the cloud's code on, with the number to ask by", async () => {
    cloudAnswers({
      'people.me': () => {
        throw refused('INTERNAL')
      },
    })
    const error = await failure()
    expect(error).toMatchObject({ code: 'INTERNAL', requestId: 'r-1' })
    expect(sentenceFor(error)).toMatch(/r-1/)
  })

  it('tells no network from no answer', async () => {
    cloudAnswers({
      'people.me': () => {
        throw noNetwork()
      },
    })
    expect(await failure()).toMatchObject({ code: 'OFFLINE' })

    jest.useFakeTimers()
    cloudIsSilent()
    const late = failure()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(await late).toMatchObject({ code: 'NO_REPLY' })
    jest.useRealTimers()
  })

  it('takes nothing else for an answer', async () => {
    cloudIsAway()
    const error = await failure()
    expect(error).toBeInstanceOf(CallError)
    expect(error).toMatchObject({ code: 'INTERNAL' })
  })

  it.each([
    [{ why: 'share' }, '驿站还没有见过这位老人，这一餐要请驿站帮着订。'],
    [{ why: 'days', until: '2026-11-28' }, '驿站还没有见过这位老人，现在能订到11月28日。要多订，'],
    [{ why: 'second', slot: 'lunch' }, '驿站还没有见过这位老人，同一天的午餐先订一份。要多订，'],
    [{ why: 'registered', most: 2 }, '您登记的老人里，有 2 位驿站还没有见过。要再登一位，'],
  ])(
    'says of somebody whom nobody has seen whom to ring, and of no table that it is full: %j',
    (why, words) => {
      const at = { ...why, stationName: '一号驿站', stationPhone: '000-0001' }
      expect(sentenceFor(new CallError('NOT_SEEN_YET', at))).toBe(
        `${words}请给一号驿站打电话（000-0001），或者到一号驿站来一趟，当场就能办。`,
      )
      expect(sentenceFor(new CallError('NOT_SEEN_YET', { ...why, stationName: '一号驿站' }))).toBe(
        `${words}请到一号驿站来一趟，当场就能办。`,
      )
      expect(sentenceFor(new CallError('NOT_SEEN_YET'))).toMatch(/请给驿站打电话/)
    },
  )

  it('says of two registrations that were joined until when and whom to ring', () => {
    const at = { until: '2026-11-22T00:30:00.000Z', stationName: '一号驿站', stationPhone: '000-0001' }
    expect(sentenceFor(new CallError('JOINED_LATELY', at))).toMatch(/08:30|8:30/)
    for (const code of ['JOINED_LATELY', 'ELDER_JOINED'] as const) {
      expect(sentenceFor(new CallError(code, at))).toMatch(/请打电话给一号驿站（000-0001），请他们帮您办/)
      expect(sentenceFor(new CallError(code))).toMatch(/驿站/)
    }
  })
})

describe('call in WeChat', () => {
  /** What a call comes to that WeChat answers with this failure. */
  async function outcome(failure: object, networkType = 'wifi') {
    const callFunction = jest.fn(async () => Promise.reject(failure))
    const getNetworkType = async () => ({ networkType })
    const { loaded } = await onPhone({ getNetworkType, cloud: { callFunction } }, async () => ({
      ...(await import('@/services/cloud')),
      ...(await import('@/services/sentences')),
    }))
    const error = await loaded.call('people.me', {}).catch((thrown: unknown) => thrown)
    return { code: (error as CallError).code, words: loaded.sentenceFor(error) }
  }

  it.each([
    [
      {
        errMsg:
          'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 20 seconds',
      },
    ],
    [{ errCode: -504003, errMsg: 'cloud.callFunction:fail' }],
    [{ errMsg: 'cloud.callFunction:fail Error: Invoking task timed out after 3 seconds' }],
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' }],
    [{ errCode: -504002, errMsg: 'cloud.callFunction:fail' }],
    [{ errMsg: 'cloud.callFunction:fail -118:net::ERR_CONNECTION_TIMED_OUT' }],
    [{ errMsg: 'cloud.callFunction:fail CONNECTION_TIMED_OUT' }],
    [{ errMsg: 'cloud.callFunction:fail -101:net::ERR_CONNECTION_RESET' }],
    [{ errMsg: 'request:fail timeout' }],
    [{ errMsg: 'cloud.callFunction:fail request:fail' }],
    [{ errMsg: 'request:fail interrupted' }],
  ])('takes %j for a reply that did not come, and does not say that nothing was done', async (failure) => {
    const { code, words } = await outcome(failure)
    expect(code).toBe('NO_REPLY')
    expect(words).not.toMatch(/没有办成/)
    expect(words).toMatch(/不会办两次/)
  })

  it.each([
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | errMsg: FUNCTION_NOT_FOUND' }, 'INTERNAL'],
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -601002' }, 'INTERNAL'],
  ])('takes %j for what was not done', async (failure, code) => {
    expect((await outcome(failure)).code).toBe(code)
  })

  it('says that there is no network where there is none', async () => {
    const failure = { errMsg: 'cloud.callFunction:fail request:fail' }
    expect((await outcome(failure, 'none')).code).toBe('OFFLINE')
  })
})
