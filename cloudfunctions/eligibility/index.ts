import { eligibility } from '#types/eligibility'
import { withPushes } from '../_shell/on-push'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { application } from './applications/application'
import { applications } from './applications/applications'
import { apply } from './applications/apply'
import { decide } from './applications/decide'
import { documents } from './applications/documents'
import { isHeld } from './applications/is-held'
import { photoChecked } from './applications/photo-checked'
import { reviews } from './applications/reviews'
import { startDocument } from './applications/start-document'
import { take } from './applications/take'
import { withdraw } from './applications/withdraw'
import { ask } from './ask'
import { districts } from './districts'
import { entitlements } from './entitlements'
import { policies } from './policies'
import { readPolicy } from './read-policy'
import { savePolicy } from './save-policy'

requireKeys() // names of photos are made with a key: without one somebody could guess them

const main = serve('eligibility', eligibility, {
  districts,
  ask,
  entitlements,
  isHeld,
  startDocument,
  apply,
  withdraw,
  applications,
  application,
  reviews,
  documents,
  take,
  decide,
  policies,
  readPolicy,
  savePolicy,
})

exports.main = withPushes(main, { wxa_media_check: photoChecked })
