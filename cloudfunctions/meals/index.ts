import { meals } from '#types/meals'
import { requireKeys } from '../_shell/secrets'
import { serve } from '../_shell/serve'
import { book } from './booking/book'
import { bookFor } from './booking/book-for'
import { bookedFor } from './booking/booked-for'
import { cancel } from './booking/cancel'
import { changeSet } from './booking/change-set'
import { clashes } from './booking/clashes'
import { mine } from './booking/mine'
import { quote } from './booking/quote'
import { sittings } from './booking/sittings'
import { switchMode } from './booking/switch-mode'
import { agreeTime } from './counter/agree-time'
import { confirm } from './counter/confirm'
import { confirmMany } from './counter/confirm-many'
import { findEaters } from './counter/find-eaters'
import { orderDays } from './counter/order-days'
import { queue } from './counter/queue'
import { refuse } from './counter/refuse'
import { ring } from './counter/ring'
import { serve as serveMeal } from './counter/serve'
import { toldDishes } from './counter/told-dishes'
import { unserve } from './counter/unserve'
import { changeOrderedSet } from './menus/change-ordered-set'
import { copyMenu } from './menus/copy-menu'
import { keepDishPhoto } from './menus/keep-dish-photo'
import { kitchens } from './menus/kitchens'
import { menu } from './menus/menu'
import { publishMenu } from './menus/publish-menu'
import { saveMenu } from './menus/save-menu'
import { setSoldOut } from './menus/set-sold-out'
import { startDishPhoto } from './menus/start-dish-photo'
import { whoOrdered } from './menus/who-ordered'
import { changePlan } from './planning/change-plan'
import { close } from './planning/close'
import { closures } from './planning/closures'
import { misfits } from './planning/misfits'
import { plans } from './planning/plans'
import { reopen } from './planning/reopen'
import { tryClosing } from './planning/try-closing'
import { tryPlan } from './planning/try-plan'

requireKeys() // without them nobody who brings a meal could be given the number to ring

exports.main = serve('meals', meals, {
  sittings,
  clashes,
  quote,
  book,
  cancel,
  mine,
  queue,
  orderDays,
  findEaters,
  confirm,
  confirmMany,
  refuse,
  agreeTime,
  toldDishes,
  bookFor,
  bookedFor,
  switchMode,
  changeSet,
  serve: serveMeal,
  unserve,
  ring,
  kitchens,
  menu,
  saveMenu,
  startDishPhoto,
  keepDishPhoto,
  copyMenu,
  publishMenu,
  setSoldOut,
  whoOrdered,
  changeOrderedSet,
  plans,
  tryPlan,
  changePlan,
  closures,
  tryClosing,
  close,
  reopen,
  misfits,
})
