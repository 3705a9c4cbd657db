import { savePicture } from '@/platform/files/picture'
import { cardSize, drawCard } from './draw-card'
import type { ElderCardProps } from './index'

/**
 * Keeps the card as a picture that a station can print, at a tap: a download in a browser, the album on a phone, which
 * explains itself where it was refused. False when it was not kept.
 */
export const saveCard = (card: ElderCardProps): Promise<boolean> =>
  savePicture(`服务卡 ${card.name}.png`, cardSize, (pen) => drawCard(pen, card))
