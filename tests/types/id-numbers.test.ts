import fc from 'fast-check'
import { addDays } from '#types/days'
import { checkDigit, idNumberFits, idNumberOf, otherNumber, readIdNumber } from '../../types/id-numbers'

const SETTINGS = { seed: 20261121, numRuns: 200 }

/** An invented number: 999 is no town of any province. */
const anIdNumber = (own: { area?: string; birthDate?: string; sequence?: string } = {}) => {
  const { area = '320999', birthDate = '1944-11-22', sequence = '002' } = own
  const first17 = area + birthDate.replaceAll('-', '') + sequence
  return first17 + checkDigit(first17)
}

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))
const invented = fc
  .record({
    area: fc
      .tuple(fc.constantFrom('11', '32', '54', '65', '71', '83'), digits(4))
      .map((parts) => parts.join('')),
    birthDate: fc.integer({ min: 0, max: 53_000 }).map((days) => addDays('1880-01-01', days)),
    sequence: digits(3),
  })
  .map((parts) => ({ ...parts, idNumber: anIdNumber(parts) }))

describe('readIdNumber', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('reads the example %s of the standard', (idNumber, birthDate, sex) => {
    expect(readIdNumber(idNumber)).toEqual({ ok: true, idNumber, birthDate, sex })
  })

  it.each([
    ['a small x', '11010519491231002x'],
    ['a full-width small x', '11010519491231002ｘ'],
    ['full-width characters', '１１０１０５１９４９１２３１００２Ｘ'],
    ['spaces of any width', ' 110105 1949\u00a01231\u3000002X\n'],
  ])('writes %s in the one form', (_case, text) => {
    expect(readIdNumber(text)).toMatchObject({ ok: true, idNumber: '11010519491231002X' })
  })

  it.each([
    ['nothing', ''],
    ['seventeen characters', '11010519491231002'],
    ['nineteen characters', '11010519491231002X0'],
    ['an old number of fifteen digits', '110105491231002'],
    ['an X within', '1101051949123100X2'],
    ['a letter at the end', '11010519491231002Y'],
    ['hyphens', '110105-19491231-002X'],
    ['digits of another script', '١١٠١٠٥١٩٤٩١٢٣١٠٠٢X'],
  ])('refuses %s for its shape', (_case, text) => {
    expect(readIdNumber(text)).toEqual({ ok: false, why: 'shape' })
  })

  it.each(['00', '10', '16', '24', '38', '47', '55', '66', '72', '80', '84', '91'])(
    'knows no province %s',
    (province) => {
      expect(readIdNumber(anIdNumber({ area: `${province}0101` }))).toEqual({ ok: false, why: 'region' })
    },
  )

  it.each(['11', '15', '21', '37', '41', '46', '50', '54', '61', '65', '71', '81', '82', '83'])(
    'knows the province %s',
    (province) => {
      expect(readIdNumber(anIdNumber({ area: `${province}0101` }))).toMatchObject({ ok: true })
    },
  )

  it.each(['1879-12-31', '0000-00-00', '1944-13-01', '1944-00-10', '1944-04-31', '1943-02-29', '1900-02-29'])(
    'refuses the birth date %s',
    (birthDate) => {
      expect(readIdNumber(anIdNumber({ birthDate }))).toEqual({ ok: false, why: 'birthDate' })
    },
  )

  it.each(['1880-01-01', '1944-02-29', '2000-02-29'])('takes the birth date %s', (birthDate) => {
    expect(readIdNumber(anIdNumber({ birthDate }))).toMatchObject({ ok: true, birthDate })
  })

  it.each([
    ['000', 'female'],
    ['128', 'female'],
    ['001', 'male'],
    ['989', 'male'],
  ])('takes who is number %s of a day as %s', (sequence, sex) => {
    expect(readIdNumber(anIdNumber({ sequence }))).toMatchObject({ ok: true, sex })
  })

  it('reads every invented number', () => {
    fc.assert(
      fc.property(invented, ({ idNumber, birthDate }) => {
        expect(readIdNumber(idNumber)).toMatchObject({ ok: true, idNumber, birthDate })
      }),
      SETTINGS,
    )
  })

  it('refuses every number with one wrong character', () => {
    fc.assert(
      fc.property(invented, ({ idNumber }) => {
        const taken = wrongByOne(idNumber).filter((wrong) => readIdNumber(wrong).ok)
        expect(taken).toEqual([])
      }),
      SETTINGS,
    )
  })

  it('refuses every number with two neighbours swapped', () => {
    fc.assert(
      fc.property(invented, ({ idNumber }) => {
        const taken = swapped(idNumber).filter((wrong) => readIdNumber(wrong).ok)
        expect(taken).toEqual([])
      }),
      SETTINGS,
    )
  })

  it('finds a wrong digit that leaves province and date alone by the check digit', () => {
    const wrong = wrongByOne('11010519491231002X').filter(
      (text) => text.startsWith('11') && text.slice(6, 14) === '19491231',
    )
    expect(wrong).toHaveLength(7 * 9 + 10)
    expect(new Set(wrong.map((text) => JSON.stringify(readIdNumber(text))))).toEqual(
      new Set([JSON.stringify({ ok: false, why: 'checksum' })]),
    )
  })
})

describe('idNumberFits', () => {
  const read = { birthDate: '1944-11-22', sex: 'female' } as const

  it.each([
    ['nothing', {}, null],
    ['both alike', { birthDate: '1944-11-22', sex: 'female' }, null],
    ['another day', { birthDate: '1944-11-23' }, 'birthDate'],
    ['the other sex', { birthDate: '1944-11-22', sex: 'male' }, 'sex'],
    ['two differences', { birthDate: '1944-11-23', sex: 'male' }, 'birthDate'],
  ] as const)('answers %s typed beside it', (_case, typed, expected) => {
    expect(idNumberFits(read, typed)).toBe(expected)
  })
})

describe('checkDigit', () => {
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('of %s is %s', (first17, expected) => {
    expect(checkDigit(first17)).toBe(expected)
  })
})

/** Every text that differs from a number in exactly one character. */
function wrongByOne(idNumber: string): string[] {
  return [...idNumber].flatMap((character, index) =>
    [...(index === 17 ? '0123456789X' : '0123456789')]
      .filter((other) => other !== character)
      .map((other) => idNumber.slice(0, index) + other + idNumber.slice(index + 1)),
  )
}

/** Every text in which two different neighbours of a number have changed places. */
function swapped(idNumber: string): string[] {
  return [...idNumber]
    .slice(1)
    .map(
      (right, index) => idNumber.slice(0, index) + right + idNumber.charAt(index) + idNumber.slice(index + 2),
    )
    .filter((text) => text !== idNumber)
}

describe('otherNumber', () => {
  it.each([
    ['110105491231002', 'fifteen'],
    ['１１０１０５ ４９１２３１ ００２', 'fifteen'],
    ['110105194912310', null], // a new one, three digits short
    ['110105200101010', null],
    ['11010519491231002X', null],
    ['USA110000000000', 'foreign'],
    ['usa110000000000', 'foreign'],
    ['911124198108030024', 'foreign'],
    ['9111241981080300', null],
    ['', null],
  ])('takes %s for %s', (text, other) => {
    expect(otherNumber(text)).toBe(other)
  })
})

test('half a number is written in the same form as a whole one', () => {
  expect(idNumberOf(' 1101 05１９\u200b49ｘ')).toBe('1101051949X')
})
