import { stations } from '#types/stations'
import { serve } from '../_shell/serve'
import { nearby } from './nearby'
import { show } from './show'

exports.main = serve('stations', stations, { nearby, show })
