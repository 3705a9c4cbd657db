import type { CopyPart } from '#types/privacy'
import { localDate, localTime } from './calendar'
import type { ConsentRecord } from './records/circle'
import type { MealOrderRecord } from './records/meals'
import type { AuditRecord, ElderRecord } from './records/people'
import type { VisitRecord } from './records/visits'

/**
 * The copy of an elder's data is a document that the law asks of us, not a page: its headings are written here, once, so that
 * it reads the same wherever it was made.
 */
type Row = CopyPart['rows'][number]
type Opened = { name: string | null; value: string }[]

const sexWord = { female: '女', male: '男' }
const livingWord = { alone: '独居', couple: '和老伴住', withFamily: '和家人住', withOther: '和别人住' }
const hukouWord = {
  thisDistrict: '本区',
  thisCity: '本市别的区',
  thisProvince: '本省别的市',
  elsewhere: '外省',
}
const stateWord = { pending: '等本人同意', active: '有效', erased: '已注销' }
const capacityWord = { elder: '本人', guardian: '监护人' }
const howWord = { app: '手机上', paper: '纸上签字', spoken: '电话里说的', invitation: '用邀请码' }

const row = (name: string, value: string | number | null): Row => ({
  name,
  value: value === null ? '没有' : String(value),
})
const time = (instant: string) => `${localDate(new Date(instant))} ${localTime(new Date(instant))}`
const yuan = (fen: number) => `${(fen / 100).toFixed(2)} 元`
const listed = (values: readonly string[]) => values.join('、') || '没有'

/** Everything that is kept of her as a person, masks off. */
export function personParts(
  elder: ElderRecord,
  opened: { phone: Opened; idNumber: Opened; contacts: Opened },
): CopyPart[] {
  const { ability } = elder
  return [
    {
      title: '登记',
      rows: [
        row('姓名', elder.name),
        row('性别', sexWord[elder.sex]),
        row('出生日期', elder.birthDate),
        row('身份证号', opened.idNumber[0]?.value ?? null),
        row('电话', opened.phone[0]?.value ?? null),
        row('住址', [elder.building, elder.room].filter(Boolean).join(' ')),
        row('住处的位置（经度，纬度）', `${elder.place.lng}，${elder.place.lat}`),
        row('户籍', elder.hukou && hukouWord[elder.hukou]),
        row('从哪天起住在本区', elder.residentSince),
        row('和谁住', livingWord[elder.living]),
        row('驿站', elder.stationName),
        row('服务卡号', elder.code),
        row('登记的状态', stateWord[elder.state]),
        row('核对过证件的人', elder.verifiedBy),
      ],
    },
    {
      title: '身体和饮食',
      rows: [
        row('能力等级', ability && `${ability.grade} 级，${ability.assessor}，${ability.on}`),
        row('忌口', listed(elder.diet)),
        row('过敏', listed(elder.allergies)),
      ],
    },
    {
      title: '身份类别',
      rows: elder.categories.map(({ category, from, to, evidence, verifiedBy }) =>
        row(category, `${from} 起${to ? `，到 ${to}` : ''}，${evidence}，${verifiedBy}`),
      ),
    },
    { title: '紧急联系人', rows: opened.contacts.map(({ name, value }) => row(name ?? '', value)) },
  ]
}

/** One yes or no. */
export function consentPart(record: ConsentRecord): CopyPart {
  return {
    title: `${time(record.at)} ${record.isGiven ? '同意' : '撤回'}`,
    rows: [
      row('什么事', record.purpose),
      row('说明的版本', record.version),
      row('谁说的', `${record.by}（${capacityWord[record.capacity]}）`),
      row('怎么说的', howWord[record.how]),
      row('纸的编号或原话', record.form),
      row('在场的人', record.witness),
      row('关于谁', record.about),
      row('谁记的', record.actor.name),
    ],
  }
}

/** One meal. */
export function mealPart(order: MealOrderRecord): CopyPart {
  return {
    title: `订餐 ${order.date} ${order.stationName}`,
    rows: [
      row('餐', order.setName),
      row('状态', order.state),
      row('谁订的', order.placedBy.name),
      ...order.lines.map(({ label, amount }) => row(label, yuan(amount))),
      row('说明', order.reason),
    ],
  }
}

/** One visit. */
export function visitPart(visit: VisitRecord): CopyPart {
  return {
    title: `上门看望 ${visit.date}`,
    rows: [
      row('为什么', visit.reason),
      row('状态', visit.state),
      row('谁请的', visit.askedBy.name),
      row('谁去的', visit.helper?.name ?? null),
      row('结果', visit.report?.outcome ?? null),
      row('记下的话', visit.report?.note ?? null),
    ],
  }
}

/** One line of who did what. */
export function logPart(record: AuditRecord): CopyPart {
  return {
    title: time(record.at),
    rows: [
      row('谁', record.name),
      row('身份', record.role),
      row('做了什么', record.action),
      row('为什么', record.reason),
    ],
  }
}
