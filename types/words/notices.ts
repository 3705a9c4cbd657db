import type { NoticeKind } from '#types/notices'

/** What happened, for whoever could not be told of it; whom it is about stands before it. */
export const noticeWord: Record<NoticeKind, string> = {
  orderConfirmed: '驿站确认了订餐',
  orderRefused: '驿站没有接订餐',
  orderChanged: '订餐改过了',
  orderCancelled: '订餐取消了',
  mealAhead: '明天有一餐',
  orderUnanswered: '快到饭点了，驿站还没有确认订餐',
  ordersUnanswered: '停订了，还有订餐没有确认',
  visitUrgent: '有急事，请人马上上门',
  visitAsked: '有人请人来看您',
  visitClaimed: '有人接了，要去看望',
  visitArrived: '去的人说到门口了',
  visitReported: '去的人写下了见到的',
  visitAlarm: '上门的结果要马上看',
  visitEased: '原来着急的事，有结果了',
  visitReleased: '原来要去的人不去了，在等别人',
  visitCancelled: '上门取消了',
  visitCalledOff: '急事取消了，不用去了',
  visitMoved: '要去的门变了，去之前先看看',
  visitOverdue: '过了时间，还没有人去',
  visitAbandoned: '过了很久没有回音，转给驿站和协调员了',
  applicationDecided: '申请有结果了',
  categoryEnding: '一项认定快到期了',
  askedToBeLetIn: '有人想来代办',
  registeredByKin: '家里人在手机上登记了老人',
}
