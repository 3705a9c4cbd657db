import { hasAsked, isMeant, mayAct } from '@/services/taps'

const here = { x: 300, y: 420 }
const beside = { x: 320, y: 440 }
const there = { x: 300, y: 560 }

/** Long after whatever was tapped before. */
let clock = Date.parse('2026-11-21T00:00:00Z')
beforeEach(() => {
  clock += 60_000
  jest.useFakeTimers({ now: clock })
})
afterEach(() => jest.useRealTimers())
const later = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds)

/** A tap that sets something going; whether it did. */
const act = (place: typeof here | null) => isMeant(place) && mayAct()

describe('the second tap of a double tap', () => {
  it.each([
    ['150 ms later at the same place', 150, here, false],
    ['599 ms later beside it', 599, beside, false],
    ['600 ms later', 600, here, true],
    ['somewhere else at once', 100, there, true],
    ['from a keyboard or a reader', 100, null, true],
  ])('after an act, %s', (_, milliseconds, place, isTaken) => {
    expect(act(here)).toBe(true)
    later(milliseconds)
    expect(isMeant(place)).toBe(isTaken)
  })

  it('sets nothing going that has come to lie where somebody tapped', () => {
    expect(isMeant(here)).toBe(true) // opened a question, say
    later(150)
    expect(act(here)).toBe(false)
    later(1350)
    expect(act(here)).toBe(true)
  })

  it('does not skip the last step for whoever taps on from one to the next, however slowly they do', () => {
    for (let step = 0; step < 4; step++) {
      expect(isMeant(here)).toBe(true)
      later(1400)
    }
    expect(act(here)).toBe(false)
    later(100)
    expect(act(there)).toBe(true)
  })

  it('waits no longer for whoever taps again what was too early', () => {
    expect(isMeant(here)).toBe(true)
    later(700)
    expect(act(here)).toBe(false)
    later(700)
    expect(act(here)).toBe(false)
    later(600) // more than 1.5 s after the opening, less after the last try
    expect(act(here)).toBe(true)
  })

  it('says no yes to a question that the answer has put under the finger', () => {
    expect(act(here)).toBe(true)
    later(700)
    hasAsked()
    later(100)
    expect(act(here)).toBe(false)
    later(700)
    expect(act(here)).toBe(false)
    later(700) // 1.5 s after the question
    expect(act(here)).toBe(true)
  })

  it('holds nobody up elsewhere, nor once another act was done', () => {
    expect(act(here)).toBe(true)
    later(700)
    hasAsked()
    later(100)
    expect(act(there)).toBe(true)
    later(700)
    expect(act(here)).toBe(true)
  })

  it('is nothing as long as somebody goes on hammering', () => {
    expect(act(here)).toBe(true)
    for (let tap = 0; tap < 5; tap++) {
      later(400)
      expect(isMeant(here)).toBe(false)
    }
    later(600)
    expect(act(here)).toBe(true)
  })
})

describe('what is tapped fast on purpose', () => {
  it('is taken: digits, steps, choices', () => {
    for (let digit = 0; digit < 8; digit++) {
      expect(isMeant(here)).toBe(true)
      later(120)
    }
  })

  it('is taken card by card', () => {
    expect(act(here)).toBe(true)
    later(200)
    expect(act(there)).toBe(true)
  })

  it('may set two things going with one tap', () => {
    expect(isMeant(here)).toBe(true)
    expect(mayAct()).toBe(true)
    expect(mayAct()).toBe(true)
  })
})

it('lets go on by itself what nobody has tapped', () => {
  expect(mayAct()).toBe(true)
})
