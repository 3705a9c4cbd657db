import { onTimer } from '../_shell/on-timer'
import { tick } from './tick'

exports.main = onTimer('clock', tick)
