import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { isOwnPhoto, uploadIdIn } from '../../_domain/eligibility/photos'
import { judgedPath, shownPhoto } from '../../_domain/meals/planning/dish-photos'
import { find, ownEnvironment } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { askAbout } from '../../_shell/photos/ask'
import { sealPhotos } from '../../_shell/photos/seal'
import { personOf } from '../../_shell/secrets'
import { kitchenFor } from './kitchen-for'

/** Without an answer of WeChat's nobody would ever see it: where it takes no question, the same is to be tried again. */
export const keepDishPhoto: Handler<typeof meals.keepDishPhoto> = async (
  ctx,
  { kitchenId, path, fileId },
) => {
  await kitchenFor(ctx, kitchenId)
  const upload = await find('dishPhotos', uploadIdIn(path))
  const sender = { openid: personOf(ctx.callerId()), environment: ownEnvironment(), now: ctx.now }
  const place = upload && { ...upload, openid: upload.person }
  if (place?.kitchenId !== kitchenId || !isOwnPhoto({ path, fileId }, place, sender))
    throw new AppError('DOCUMENT_MISSING')
  const copyPath = (_: unknown, name: string) => judgedPath(kitchenId, name)
  const given = [{ document: { fileId, label: '' }, upload: place }]
  const [sealed] = await sealPhotos(given, { places: 'dishPhotos', copyPath })
  if (sealed === undefined) throw new AppError('DOCUMENT_MISSING')
  const isAsked = place.traceId !== undefined || place.judged !== undefined
  if (!isAsked && !(await askAbout(ctx.callerId(), 'dishPhotos', [{ id: place.id, fileId: sealed }])))
    throw new AppError('BUSY')
  return { photo: shownPhoto(sealed) }
}
