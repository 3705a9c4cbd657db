import { localDate } from '#types/days'
import type { CopyPart } from '#types/people/privacy'
import type { VisitReport, VisitSettling } from '#types/visits'
import { actionWord } from '#types/words/actions'
import { channelWord } from '#types/words/channels'
import { applicationStateWord } from '#types/words/eligibility/application-states'
import { verdictWord } from '#types/words/eligibility/verdicts'
import { endingWord } from '#types/words/endings'
import { modeWord } from '#types/words/meals/modes'
import { orderStateWord } from '#types/words/meals/order-states'
import { slotWord } from '#types/words/meals/slots'
import { relationWord } from '#types/words/people/circle/relations'
import { scopeWord } from '#types/words/people/circle/scopes'
import { relationStateWord } from '#types/words/people/circle/states'
import { absenceWord } from '#types/words/people/elders/absences'
import { categoryName } from '#types/words/people/elders/categories'
import { dietWord } from '#types/words/people/elders/diets'
import { fieldWord } from '#types/words/people/elders/fields'
import { hukouWord } from '#types/words/people/elders/hukous'
import { livingWord } from '#types/words/people/elders/livings'
import { seenWayWord } from '#types/words/people/elders/seen-ways'
import { sexWord } from '#types/words/people/elders/sexes'
import { elderStateWord } from '#types/words/people/elders/states'
import { capacityWord } from '#types/words/people/privacy/capacities'
import { decisionWayWord } from '#types/words/people/privacy/decision-ways'
import { purposeWord } from '#types/words/people/privacy/purposes'
import { roleWord } from '#types/words/roles'
import { outcomeWord } from '#types/words/visits/outcomes'
import { visitStateWord } from '#types/words/visits/states'
import { urgencyWord } from '#types/words/visits/urgencies'
import { localTime } from '../../base/calendar'
import { yuan } from '../../base/yuan'
import type { ApplicationRecord, DeterminationRecord } from '../../eligibility/records'
import type { MealOrderRecord } from '../../meals/records'
import type { VisitRecord } from '../../visits/records'
import type { ConsentRecord, RelationRecord } from '../circle/records'
import { hasUnknownPlace } from '../elders/place'
import type { AuditRecord, ElderRecord } from '../records'
import type { DistrictRecord } from '../staff/records'

type Row = CopyPart['rows'][number]
type Towns = DistrictRecord['towns']
type Opened = { name: string | null; value: string }[]

const doorWord = ({ building, room }: { building: string; room: string | null }) =>
  [building, room].filter(Boolean).join(' ')
const row = (name: string, value: string | number | null): Row => ({
  name,
  value: value === null ? '没有' : String(value),
})
const placeWord = (elder: ElderRecord) =>
  hasUnknownPlace(elder) ? '没有标出，用驿站的位置' : `${elder.place.lng}，${elder.place.lat}`
const time = (instant: string) => `${localDate(new Date(instant))} ${localTime(new Date(instant))}`
const seenWord = ({ seen }: ElderRecord) => (seen ? `${time(seen.at)}，${seenWayWord[seen.how]}` : null)
const listed = (values: readonly string[]) => values.join('、') || '没有'

/**
 * Where she lived before, the latest first. Of several that ended on one day only the first that was written down was a home: in the
 * others she was registered for no whole day.
 */
function formerHomeWords({ formerHomes }: ElderRecord, towns: Towns): string[] {
  const homes = formerHomes.filter(
    ({ until }, nth) => !formerHomes.slice(nth + 1).some((one) => one.until === until),
  )
  return homes.map(({ townId, until }) => {
    const town = towns.find(({ id }) => id === townId)
    return `${town?.name ?? '名字没有记下的街道'}，到 ${until}`
  })
}

/** Everything that is kept of her as a person, masks off. @param towns of her district, by which former homes are named */
export function personParts(
  elder: ElderRecord,
  opened: { phone: Opened; idNumber: Opened; contacts: Opened },
  towns: Towns,
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
        row('住处的位置（经度，纬度）', placeWord(elder)),
        row('户籍', elder.hukou && hukouWord[elder.hukou]),
        row('从哪天起住在本区', elder.residentSince),
        row('和谁住', livingWord[elder.living]),
        row('驿站', elder.stationName),
        row('服务卡号', elder.code),
        row('登记的状态', elderStateWord[elder.state]),
        row('核对过证件的人', elder.verifiedBy),
        row('第一次有人见到本人', seenWord(elder)),
        row('以前住过的街道', listed(formerHomeWords(elder, towns))),
        row(
          '不在家的日子',
          listed(
            elder.absences.map(
              ({ kind, from, to, by }) => `${absenceWord[kind]} ${from} 到 ${to ?? '还没有定'}，${by}记的`,
            ),
          ),
        ),
        row('过世的日子', elder.diedOn),
      ],
    },
    {
      title: '身体和饮食',
      rows: [
        row('能力等级', ability && `${ability.grade} 级，${ability.assessor}，${ability.on}`),
        row('忌口', listed(elder.diet.map((one) => dietWord[one]))),
        row('过敏', listed(elder.allergies)),
      ],
    },
    {
      title: '身份类别',
      rows: [
        ...elder.categories.map(({ category, from, to, evidence, verifiedBy }) =>
          row(categoryName(category), `${from} 起${to ? `，到 ${to}` : ''}，${evidence}，${verifiedBy}`),
        ),
        ...elder.notHeld.map(({ category, from, verifiedBy }) =>
          row(categoryName(category), `${from} 起没有认定，${verifiedBy}`),
        ),
        row('工作人员全部问过一遍的日子', elder.askedOn),
      ],
    },
    {
      title: '紧急联系人',
      rows: opened.contacts.map(({ name, value }, place) =>
        row(name ?? '', [relationWord[elder.contacts[place]?.relation ?? 'relative'], value].join('，')),
      ),
    },
  ]
}

/** One application, as it stands. */
export function applicationPart(application: ApplicationRecord): CopyPart {
  const {
    category,
    label,
    state,
    documents,
    note,
    by,
    submittedAt,
    dueOn,
    reviewer,
    reason,
    missing,
    from,
    to,
  } = application
  return {
    title: `申请认定 ${label ?? categoryName(category)}`,
    rows: [
      row('状态', applicationStateWord[state]),
      row('材料', listed(documents.map((one) => one.label))),
      row('附带的话', note),
      row('谁交的', `${by.name}（${roleWord[by.role]}，${channelWord[by.channel]}）`),
      row('什么时候交的', time(submittedAt)),
      row('最晚哪天答复', dueOn),
      row('谁在看', reviewer),
      row('还缺什么', listed(missing)),
      row('说明', reason),
      row('从哪天起', from),
      row('到哪天', to),
    ],
  }
}

/** Every decision there was. */
export function decisionsPart(determinations: readonly DeterminationRecord[]): CopyPart {
  return {
    title: '认定的决定',
    rows: determinations.map(({ category, verdict, from, to, by, at, reason }) =>
      row(
        categoryName(category),
        [time(at), verdictWord[verdict], from && `${from} 起`, to && `到 ${to}`, by, reason]
          .filter(Boolean)
          .join('，'),
      ),
    ),
  }
}

/** Who may act for her, who asks to, who once did. */
export function circlePart(relations: readonly RelationRecord[]): CopyPart {
  return {
    title: '能代办的家人',
    rows: relations.map(({ name, relation, scopes, state, since, words }) =>
      row(
        name,
        [
          relationWord[relation],
          relationStateWord[state],
          scopes.map((scope) => scopeWord[scope]).join('、'),
          time(since),
          words,
        ]
          .filter(Boolean)
          .join('，'),
      ),
    ),
  }
}

/** One yes or no. */
export function consentPart(record: ConsentRecord): CopyPart {
  return {
    title: `${time(record.at)} ${record.isGiven ? '同意' : '收回'}`,
    rows: [
      row('什么事', record.purpose === 'circle' ? '请家人代办' : purposeWord[record.purpose]),
      row('说明的版本', record.version),
      row('谁说的', `${record.by}（${capacityWord[record.capacity]}）`),
      row('怎么说的', decisionWayWord[record.how]),
      row('纸的编号或原话', record.form),
      row('在场的人', record.witness),
      row('关于谁', record.about),
      row('谁记的', record.actor.name),
    ],
  }
}

/** One meal. */
export function mealPart(order: MealOrderRecord): CopyPart {
  const { placedBy } = order
  return {
    title: `订餐 ${order.date} ${slotWord[order.slot]} ${order.stationName}`,
    rows: [
      row('餐', order.setName),
      row('怎么吃', modeWord[order.mode]),
      ...(order.deliverTo ? [row('送到哪里', doorWord(order.deliverTo))] : []),
      row('状态', orderStateWord[order.state]),
      row('谁订的', `${placedBy.name}（${roleWord[placedBy.role]}，${channelWord[placedBy.channel]}）`),
      row('什么时候订的', time(order.placedAt)),
      ...order.lines.map(({ label, amount }) => row(label, `${yuan(amount)} 元`)),
      row('说明', order.reason),
    ],
  }
}

/** One visit. */
export function visitPart(visit: VisitRecord): CopyPart {
  const { report, earlierReports, settlings, askedBy } = visit
  return {
    title: `上门看望 ${visit.date}`,
    rows: [
      row('为什么', visit.reason),
      row('急不急', urgencyWord[visit.urgency]),
      row('去哪里', doorWord(visit)),
      row('状态', visitStateWord[visit.state]),
      row('为什么取消', visit.ended ? endingWord[visit.ended] : null),
      row('谁请的', `${askedBy.name}（${roleWord[askedBy.role]}，${channelWord[askedBy.channel]}）`),
      row('什么时候请的', time(visit.askedAt)),
      row('谁去的', visit.helper?.name ?? null),
      ...(report ? [...earlierReports, report] : earlierReports).flatMap(reportRows),
      ...settlings.flatMap(settlingRows),
    ],
  }
}

function reportRows({ outcome, note, ambulanceCalled, at, by }: VisitReport): Row[] {
  const called = ambulanceCalled === null ? '没有说' : ambulanceCalled ? '打了' : '没有打'
  return [
    row('结果', outcomeWord[outcome]),
    ...(outcome === 'emergency' ? [row('打没打 120', called)] : []),
    row('记下的话', note),
    row('谁记的', by),
    row('什么时候记的', time(at)),
  ]
}

const settlingRows = ({ note, at, by }: VisitSettling): Row[] => [
  row('怎么办的', note),
  row('谁办的', `${by.name}（${roleWord[by.role]}）`),
  row('什么时候办的', time(at)),
]

/** One line of who did what. */
export function logPart(record: AuditRecord): CopyPart {
  const { name, role, relation, action, about, reason, channel } = record
  return {
    title: time(record.at),
    rows: [
      row('谁', name),
      row('身份', relation ? relationWord[relation] : roleWord[role]),
      row('做了什么', (actionWord as Partial<Record<string, string>>)[action] ?? action),
      row('哪一样', about && aboutWords(action, about)),
      row('怎么办的', channelWord[channel]),
      row('为什么', reason),
    ],
  }
}

/** What an entry names: a field of her file, what a relative may do, how a meal is eaten, what was decided. */
const aboutWord: Record<string, string> = {
  ...fieldWord,
  ...scopeWord,
  ...modeWord,
  ...verdictWord,
  absences: '不在家的日子',
  death: '过世的日子',
  self: '本人自己的手机',
  family: '家人代办',
}

/** A use of data, and a yes or no to it. `health` is one, and something that a relative may know. */
const consentWord: Record<string, string> = { ...purposeWord, given: '同意', withdrawn: '收回' }

/** `health:given` or `building,phone` in words; a part that is no code of ours, such as a name, stands as it is. */
function aboutWords(action: string, about: string): string {
  const words = action === 'people.consent' ? consentWord : aboutWord
  return about
    .split(/[:,]/)
    .map((part) => words[part] ?? part)
    .join('、')
}
