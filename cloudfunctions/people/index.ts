import { people } from '#types/people'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { accept } from './circle/accept'
import { ask } from './circle/ask'
import { asked } from './circle/asked'
import { circle } from './circle/circle'
import { decline } from './circle/decline'
import { declineRest } from './circle/decline-rest'
import { grant } from './circle/grant'
import { invitation } from './circle/invitation'
import { invite } from './circle/invite'
import { revoke } from './circle/revoke'
import { uninvite } from './circle/uninvite'
import { card } from './elders/card'
import { correct } from './elders/correct'
import { file } from './elders/file'
import { move } from './elders/move'
import { recordDeath } from './elders/record-death'
import { registerAt } from './elders/register-at'
import { registerKin } from './elders/register-kin'
import { registerSelf } from './elders/register-self'
import { renewCard } from './elders/renew-card'
import { reveal } from './elders/reveal'
import { setAbsences } from './elders/set-absences'
import { settleNumber } from './elders/settle-number'
import { sharedNumbers } from './elders/shared-numbers'
import { undoDeath } from './elders/undo-death'
import { undoSettling } from './elders/undo-settling'
import { verify } from './elders/verify'
import { findElders } from './find'
import { granted } from './granted'
import { home } from './home'
import { alike } from './likenesses/alike'
import { join } from './likenesses/join'
import { setApart } from './likenesses/set-apart'
import { sideBySide } from './likenesses/side-by-side'
import { undoJoin } from './likenesses/undo-join'
import { me } from './me'
import { consent } from './privacy/consent'
import { consents } from './privacy/consents'
import { consentsOf } from './privacy/consents-of'
import { copy } from './privacy/copy'
import { erase } from './privacy/erase'
import { leave } from './privacy/leave'
import { log } from './privacy/log'
import { phone } from './privacy/phone'
import { roster } from './privacy/roster'
import { seen } from './seen'
import { advance } from './staff/advance'
import { certify } from './staff/certify'
import { inviteStaff } from './staff/invite-staff'
import { orgs } from './staff/orgs'
import { staff } from './staff/staff'
import { startFrom } from './staff/start-from'

requireKeys() // without keys nobody's number could be kept safe: such a deployment does not start

exports.main = serve('people', people, {
  me,
  home,
  find: findElders,
  seen,
  granted,
  startFrom,
  registerSelf,
  registerKin,
  registerAt,
  file,
  correct,
  verify,
  setAbsences,
  recordDeath,
  undoDeath,
  move,
  reveal,
  card,
  renewCard,
  sharedNumbers,
  settleNumber,
  undoSettling,
  ask,
  circle,
  asked,
  grant,
  decline,
  declineRest,
  revoke,
  invite,
  uninvite,
  invitation,
  accept,
  orgs,
  staff,
  inviteStaff,
  advance,
  certify,
  log,
  consents,
  consentsOf,
  consent,
  copy,
  erase,
  leave,
  roster,
  phone,
  alike,
  sideBySide,
  join,
  setApart,
  undoJoin,
})
