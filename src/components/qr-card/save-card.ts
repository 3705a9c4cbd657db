import { savePicture } from '@/services/platform'
import { cardSize, drawCard } from './draw-card'
import type { ElderCardProps } from './index'

/** Keeps the card as a picture that a station can print; false when that could not be done. */
export const saveCard = (card: ElderCardProps): Promise<boolean> =>
  savePicture(`服务卡 ${card.name}.png`, cardSize, (pen) => drawCard(pen, card))
