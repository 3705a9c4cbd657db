import type { ElderCardProps } from './index'
import { cardText, inFours, qrSquares } from './qr'

/** Size of the picture that a station prints: half an A5 sheet at 200 dots an inch. */
export const cardSize = { width: 1200, height: 800 }

/** What drawing needs of a canvas, on both targets. */
type Pen = Pick<CanvasRenderingContext2D, 'fillRect' | 'fillText' | 'strokeRect' | 'measureText'> & {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
}

const fontOf = (px: number, weight = 700) =>
  `${weight} ${px}px "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif`

/** Draws the card for printing: black on white, the code to the left, the words to the right. */
export function drawCard(pen: Pen, { name, code, stationName, stationPhone }: ElderCardProps): void {
  const { width, height } = cardSize
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000000'
  pen.strokeStyle = '#000000'
  pen.lineWidth = 8
  pen.strokeRect(20, 20, width - 40, height - 40)
  drawCode(pen, code, { x: 80, y: 90, size: 460 })
  write(pen, inFours(code), { x: 80, y: 660, width: 460, px: 84 })
  write(pen, name, { x: 600, y: 230, width: 540, px: 150 })
  write(pen, '出示这张卡，', { x: 600, y: 350, width: 540, px: 52, weight: 400 })
  write(pen, '工作人员就能帮您办事。', { x: 600, y: 424, width: 540, px: 52, weight: 400 })
  write(pen, stationName, { x: 600, y: 580, width: 540, px: 60 })
  if (stationPhone) write(pen, `电话 ${stationPhone}`, { x: 600, y: 660, width: 540, px: 60 })
}

function drawCode(pen: Pen, code: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const squares = qrSquares(cardText(code))
  const side = Math.floor(size / squares.length)
  squares.forEach((line, row) => {
    line.forEach((isDark, column) => {
      if (isDark) pen.fillRect(x + column * side, y + row * side, side, side)
    })
  })
}

/** One line, smaller where it would not fit. */
function write(
  pen: Pen,
  text: string,
  { x, y, width, px, weight }: { x: number; y: number; width: number; px: number; weight?: number },
): void {
  pen.font = fontOf(px, weight)
  const wide = pen.measureText(text).width
  if (wide > width) pen.font = fontOf(Math.floor((px * width) / wide), weight)
  pen.fillText(text, x, y)
}
