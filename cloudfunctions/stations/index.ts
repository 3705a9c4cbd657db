import { stations } from '#types/stations'
import { serve } from '../_shell/serve'
import { districts } from './districts'
import { findStations } from './find'
import { nearby } from './nearby'
import { show } from './show'

exports.main = serve('stations', stations, { nearby, find: findStations, districts, show })
