import { eligibility } from '#types/eligibility'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { application, applications } from './applications'
import { apply } from './apply'
import { ask, districts } from './ask'
import { decide } from './decide'
import { documents } from './documents'
import { entitlements } from './entitlements'
import { policies } from './policies'
import { reviews } from './reviews'
import { savePolicy } from './save-policy'
import { startDocument } from './start-document'
import { take } from './take'
import { withdraw } from './withdraw'

requireKeys() // names of photos are made with a key: without one somebody could guess them

exports.main = serve('eligibility', eligibility, {
  districts,
  ask,
  entitlements,
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
  savePolicy,
})
