import type { Pen } from '@/platform/files/picture'
import type { ElderCardProps } from './index'
import { cardText, inFours, qrSquares, runs } from './qr'

/** Size of the picture that a station prints, in dots: 15 by 10 cm at 203 dots an inch, a usual photo or label. */
export const cardSize = { width: 1200, height: 800 }

/** The code stands in the left of two columns, the words in the right. */
const codeColumn = { from: 50, width: 500 }
const wordColumn = { from: 590, width: 545 }
/** Leaves the white border that the standard asks around a code. */
const codeTop = 130

const fontOf = (px: number, weight: number) =>
  `${weight} ${px}px "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif`

/** Draws the card for printing: black on white. */
export function drawCard(pen: Pen, { name, code, stationName, stationPhone }: ElderCardProps): void {
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, cardSize.width, cardSize.height)
  pen.fillStyle = '#000000'
  pen.strokeStyle = '#000000'
  pen.lineWidth = 6
  pen.strokeRect(12, 12, cardSize.width - 24, cardSize.height - 24)

  drawCode(pen, code)
  write(pen, inFours(code), { ...codeColumn, y: 700, px: 96, isCentred: true })

  write(pen, name, { ...wordColumn, y: 250, px: 160 })
  write(pen, '出示这张卡，', { ...wordColumn, y: 370, px: 52, weight: 400 })
  write(pen, '工作人员就能帮您办事', { ...wordColumn, y: 446, px: 52, weight: 400 })
  pen.fillRect(wordColumn.from, 510, wordColumn.width, 4)
  write(pen, stationName, { ...wordColumn, y: 600, px: 56 })
  if (stationPhone) write(pen, `电话 ${stationPhone}`, { ...wordColumn, y: 690, px: 60 })
}

/** Whole dots for each square, so that every edge is sharp. */
function drawCode(pen: Pen, code: string): void {
  const squares = qrSquares(cardText(code))
  const side = Math.floor(420 / squares.length)
  const left = codeColumn.from + Math.round((codeColumn.width - side * squares.length) / 2)
  squares.forEach((row, y) => {
    for (const { from, length } of runs(row)) {
      pen.fillRect(left + from * side, codeTop + y * side, length * side, side)
    }
  })
}

interface Line {
  from: number
  width: number
  y: number
  px: number
  weight?: number
  isCentred?: boolean
}

/** One line, smaller where it would not fit. */
function write(pen: Pen, text: string, { from, width, y, px, weight = 700, isCentred = false }: Line): void {
  pen.font = fontOf(px, weight)
  const wanted = pen.measureText(text).width
  if (wanted > width) pen.font = fontOf(Math.floor((px * width) / wanted), weight)
  const left = isCentred ? from + Math.max(0, (width - wanted) / 2) : from
  pen.fillText(text, left, y)
}
