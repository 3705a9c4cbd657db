import { people } from '#types/people'
import { serve } from '../_shell/serve'
import { findElders } from './find'
import { home } from './home'
import { me } from './me'

exports.main = serve('people', people, { me, home, find: findElders })
