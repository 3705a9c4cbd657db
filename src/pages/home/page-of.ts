import type { Notice, NoticeKind } from '#types/notices'
import type { Me } from '#types/people'
import { whoseRecord } from '@/services/person'

interface Way {
  page: string
  params: Record<string, string | undefined>
}
type Ways = (notice: Notice, me: Me) => Way

const toOrder: Ways = ({ ref }) => ({ page: 'pages/booked', params: { orderId: ref } })
const toCounter: Ways = ({ ref }) => ({ page: 'packages/staff/queue', params: { stationId: ref } })
const toVisit: Ways = (notice, me) =>
  isOfFamily(notice, me)
    ? { page: 'pages/visit', params: { visitId: notice.ref } }
    : { page: 'packages/helper/visits', params: {} }
const toAsked: Ways = (notice, me) =>
  isOfFamily(notice, me)
    ? { page: 'packages/family/circle', params: { elderId: notice.elderId ?? undefined } }
    : {
        page: 'packages/staff/asked',
        params: { stationId: me.roles.find((held) => held.stationId)?.stationId },
      }

/** Of a menu: its kitchen, its week and its meal (`menuId`); none of them holds the sign between them. */
const toMenu: Ways = ({ ref }) => {
  const [kitchenId, week, slot] = ref.split('_')
  return { page: 'packages/kitchen/menu', params: { kitchenId, week, slot } }
}

const isOfFamily = ({ elderId }: Notice, { elders }: Me) => whoseRecord(elders, elderId) !== undefined

const ways: Record<NoticeKind, Ways> = {
  orderConfirmed: toOrder,
  orderRefused: toOrder,
  orderChanged: toOrder,
  orderCancelled: toOrder,
  mealAhead: toOrder,
  orderUnanswered: toOrder,
  ordersUnanswered: toCounter,
  ordersToTell: toCounter,
  orderDishesChanged: toOrder,
  menuMissing: toMenu,
  visitUrgent: toVisit,
  visitAsked: toVisit,
  visitClaimed: toVisit,
  visitArrived: toVisit,
  visitReported: toVisit,
  visitNeeds: toVisit,
  visitAlarm: toVisit,
  visitEased: toVisit,
  visitSettled: toVisit,
  visitReleased: toVisit,
  visitCancelled: toVisit,
  visitCalledOff: toVisit,
  visitMoved: toVisit,
  visitMistaken: toVisit,
  visitOverdue: toVisit,
  visitAbandoned: toVisit,
  applicationDecided: ({ ref }) => ({
    page: 'packages/benefits/application',
    params: { applicationId: ref },
  }),
  categoryEnding: ({ ref }) => ({ page: 'packages/benefits/mine', params: { elderId: ref } }),
  askedToBeLetIn: toAsked,
  registeredByKin: toAsked,
  registrationLapsed: () => ({ page: 'packages/family/register', params: {} }),
}

/** Where what a notice tells of can be read: by the family on their pages, by those who work here on theirs. */
export const pageOf: Ways = (notice, me) => ways[notice.kind](notice, me)
