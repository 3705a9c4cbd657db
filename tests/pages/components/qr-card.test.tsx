import { render, screen } from '@testing-library/react'
import { ElderCard } from '@/components/qr-card'
import { cardSize, drawCard } from '@/components/qr-card/draw-card'
import { cardText, inFours, qrPicture, qrSquares, runs } from '@/components/qr-card/qr'
import type { Pen } from '@/platform/files/picture'
import { readQr } from '../read-qr'

const aCard = {
  name: '王秀英',
  code: '80010047',
  stationName: '长江路社区养老驿站',
  stationPhone: '000-0000-0103',
}

/** A pen that notes what it draws; each letter is as wide as it is high. */
function aPen() {
  const rectangles: [number, number, number, number][] = []
  const lines: { text: string; x: number; y: number; px: number }[] = []
  const pxOf = () => Number(/(\d+)px/.exec(pen.font)?.[1])
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    fillRect: (...rectangle) => void rectangles.push(rectangle),
    strokeRect: () => undefined,
    fillText: (text, x, y) => void lines.push({ text, x, y, px: pxOf() }),
    measureText: (text) => ({ width: text.length * pxOf() }) as TextMetrics,
  }
  return { pen, rectangles, lines }
}

describe('the QR code of a card', () => {
  it.each(['80010047', '00000000', '99999999', '12345678'])('says the mark and the code %s', (code) => {
    expect(readQr(qrSquares(cardText(code)))).toBe(`YLY1:${code}`)
  })

  it('is refused by the reader once a square is wrong, so that the reader proves something', () => {
    const squares = qrSquares(cardText('80010047')).map((row) => [...row])
    const row = squares[12] ?? []
    row[12] = !row[12]
    expect(() => readQr(squares)).toThrow('damaged')
  })

  it('is drawn with four white squares around it', () => {
    const svg = decodeURIComponent(qrPicture('YLY1:80010047').replace('data:image/svg+xml,', ''))
    expect(svg).toContain('viewBox="0 0 29 29"')
    const drawn = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, length]) => ({ x, y, length }))
    expect(drawn[0]).toEqual({ x: '4', y: '4', length: '7' }) // upper edge of the first corner
    const dark = drawn.reduce((sum, { length }) => sum + Number(length), 0)
    expect(dark).toBe(qrSquares('YLY1:80010047').flat().filter(Boolean).length)
  })
})

describe('runs', () => {
  it.each([
    [[], []],
    [[false, false], []],
    [[true, true, false, true], [{ from: 0, length: 2 }, { from: 3, length: 1 }]], // biome-ignore format: a table
  ])('of %j are %j', (row, found) => {
    expect(runs(row)).toEqual(found)
  })
})

describe('ElderCard', () => {
  it('says the name, the digits one by one, what it is good for and whom to ring', () => {
    render(<ElderCard {...aCard} />)
    const card = screen.getByRole('group', { name: '王秀英的服务卡' })
    expect(screen.getByRole('img', { name: /卡号 8 0 0 1 0 0 4 7/ })).toBeTruthy()
    for (const words of [
      '王秀英',
      '8001 0047',
      '出示这张卡，工作人员就能帮您办事',
      '长江路社区养老驿站',
      '电话 000-0000-0103',
    ]) {
      expect(card.textContent).toContain(words)
    }
  })

  it('has no line for a telephone where there is none', () => {
    render(<ElderCard {...aCard} stationPhone={null} />)
    expect(screen.queryByText(/电话/)).toBeNull()
  })

  it.each([
    ['80010047', '8001 0047'],
    ['123', '123'],
    ['123456789012', '1234 5678 9012'],
  ])('groups %s as %s', (code, grouped) => {
    expect(inFours(code)).toBe(grouped)
  })
})

describe('drawCard', () => {
  it('draws the same code as the screen shows, every square in whole dots', () => {
    const { pen, rectangles } = aPen()
    drawCard(pen, aCard)
    const squares = rectangles.filter(([, , , height]) => height === 20)
    const left = Math.min(...squares.map(([x]) => x))
    const top = Math.min(...squares.map(([, y]) => y))
    const read = Array.from({ length: 21 }, () => Array.from({ length: 21 }, () => false))
    for (const [x, y, width] of squares) {
      read[(y - top) / 20]?.fill(true, (x - left) / 20, (x + width - left) / 20)
    }
    expect(readQr(read)).toBe('YLY1:80010047')
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(4 * 20) // the white border of the standard
  })

  it.each([
    ['a short name', aCard],
    ['a long name and station', { ...aCard, name: '阿卜杜拉·买买提江·吐尔逊', stationName: '长江路街道第二十三社区居家养老综合服务中心' }], // biome-ignore format: a table
  ])('keeps %s inside the card', (_, card) => {
    const { pen, lines } = aPen()
    drawCard(pen, card)
    expect(lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining([card.name, card.stationName, '8001 0047', '电话 000-0000-0103']),
    )
    for (const { text, x, y, px } of lines) {
      expect(x + text.length * px).toBeLessThanOrEqual(cardSize.width - 40)
      expect(y).toBeLessThan(cardSize.height - 40)
    }
  })
})
