import { onTimer } from '../_shell/on-timer'
import { sweep } from './sweep'

exports.main = onTimer('scheduler', sweep)
