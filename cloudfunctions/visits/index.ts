import { visits } from '#types/visits'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { arrive } from './arrive'
import { callable } from './callable'
import { cancel } from './cancel'
import { claim } from './claim'
import { close } from './close'
import { emergencyFromAfar } from './emergency-from-afar'
import { mine } from './mine'
import { queue } from './queue'
import { release } from './release'
import { report } from './report'
import { request } from './request'
import { ring } from './ring'
import { show } from './show'

requireKeys() // without them nobody at a door could be given the number to ring

exports.main = serve('visits', visits, {
  request,
  cancel,
  mine,
  show,
  queue,
  claim,
  arrive,
  release,
  report,
  close,
  callable,
  ring,
  emergencyFromAfar,
})
