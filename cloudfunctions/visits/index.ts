import { visits } from '#types/visits'
import { serve } from '../_shell/serve'
import { arrive } from './arrive'
import { cancel } from './cancel'
import { claim } from './claim'
import { close } from './close'
import { mine } from './mine'
import { queue } from './queue'
import { release } from './release'
import { report } from './report'
import { request } from './request'

exports.main = serve('visits', visits, {
  request,
  cancel,
  mine,
  queue,
  claim,
  arrive,
  release,
  report,
  close,
})
