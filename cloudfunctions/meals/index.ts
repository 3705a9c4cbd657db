import { meals } from '#types/meals'
import { serve } from '../_shell/serve'
import { book } from './book'
import { bookFor } from './book-for'
import { cancel } from './cancel'
import { confirm } from './confirm'
import { mine } from './mine'
import { queue } from './queue'
import { quote } from './quote'
import { refuse } from './refuse'
import { serve as serveMeal } from './serve'
import { sittings } from './sittings'
import { switchMode } from './switch-mode'
import { unserve } from './unserve'
import { waiting } from './waiting'

exports.main = serve('meals', meals, {
  sittings,
  quote,
  book,
  cancel,
  mine,
  queue,
  waiting,
  confirm,
  refuse,
  bookFor,
  switchMode,
  serve: serveMeal,
  unserve,
})
