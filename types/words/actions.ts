import type { ActionName, ActionNamed } from '#types/api'

/** Every action that writes. */
type Writing = { [N in ActionName]: ActionNamed<N> extends { writes: true } ? N : never }[ActionName]

/**
 * What is written down about an elder: every change, every look at what is masked or leaves the system, and that another station found
 * her.
 */
type LoggedAction =
  | Writing
  | `people.${'find' | 'file' | 'reveal' | 'copy' | 'roster' | 'sharedNumbers' | 'sideBySide'}`
  | 'eligibility.documents'
  | `${'meals' | 'visits'}.ring`
  | 'supervision.settlementFile'

/** What was done, by the name of the action. */
export const actionWord: Record<LoggedAction, string> = {
  'meals.book': '订餐',
  'meals.bookFor': '帮忙订餐',
  'meals.cancel': '取消订餐',
  'meals.confirm': '确认订餐',
  'meals.confirmMany': '确认订餐',
  'meals.refuse': '回绝订餐',
  'meals.agreeTime': '改了开饭时间',
  'meals.toldDishes': '告诉了换菜的事',
  'meals.switchMode': '换了吃法',
  'meals.changeSet': '换了一份套餐',
  'meals.serve': '记下吃过了',
  'meals.unserve': '改正：没有吃',
  'meals.ring': '为订餐的事打了电话',
  'meals.saveMenu': '写了菜单',
  'meals.startDishPhoto': '拍了一张菜的照片',
  'meals.keepDishPhoto': '传了一张菜的照片',
  'meals.copyMenu': '照另一周写了菜单',
  'meals.publishMenu': '发了菜单',
  'meals.setSoldOut': '记下一份套餐卖完没有',
  'meals.changeOrderedSet': '换了有人订的套餐',
  'meals.changePlan': '改了驿站的供餐安排',
  'meals.close': '定了驿站不开门的日子',
  'meals.reopen': '让驿站提前恢复开门',
  'people.setAbsences': '记下不在家的日子',
  'people.recordDeath': '记下过世',
  'people.undoDeath': '改正：还健在',
  'people.move': '换了驿站和住址',
  'eligibility.startDocument': '拍了证件',
  'eligibility.apply': '申请认定类别',
  'eligibility.withdraw': '撤回申请',
  'eligibility.take': '开始看申请',
  'eligibility.decide': '对申请做了决定',
  'eligibility.savePolicy': '存了一份政策',
  'eligibility.documents': '看了申请的照片',
  'supervision.closeFlag': '核对了一次用餐',
  'supervision.closeMismatches': '看过了夜里查到的问题',
  'supervision.settlementFile': '导出了结算',
  'visits.request': '请人上门',
  'visits.cancel': '取消上门',
  'visits.claim': '接了上门的事',
  'visits.arrive': '到了门口',
  'visits.release': '放下上门的事',
  'visits.report': '写了上门的结果',
  'visits.close': '看过上门的结果',
  'visits.ring': '打了电话',
  'people.registerSelf': '登记自己',
  'people.registerKin': '替老人登记',
  'people.registerAt': '在驿站登记',
  'people.correct': '改资料',
  'people.verify': '核对证件',
  'people.find': '在别的驿站找到登记',
  'people.file': '看资料',
  'people.reveal': '看被遮住的内容',
  'people.renewCard': '换服务卡',
  'people.sharedNumbers': '核对身份证号时看了登记',
  'people.settleNumber': '定下身份证号是谁的',
  'people.undoSettling': '撤回身份证号是谁的',
  'people.ask': '想来代办',
  'people.grant': '同意代办',
  'people.decline': '不同意代办',
  'people.declineRest': '不同意代办',
  'people.revoke': '收回代办',
  'people.invite': '给出邀请码',
  'people.uninvite': '收回邀请码',
  'people.accept': '用了邀请码',
  'people.inviteStaff': '邀请工作人员',
  'people.advance': '办了人员的一步',
  'people.startFrom': '说了从哪里出发',
  'people.seen': '看过消息',
  'people.granted': '同意收消息',
  'people.certify': '登记证件',
  'people.consent': '同意或者收回同意',
  'people.copy': '拿了一份资料',
  'people.erase': '注销登记',
  'people.leave': '离开',
  'people.roster': '导出名册',
  'people.sideBySide': '核对是不是同一位老人',
  'people.join': '把两份登记合成一份',
  'people.setApart': '记下不是同一位老人',
  'people.undoJoin': '把合成的登记分开',
}
