import { View } from '@tarojs/components'
import type { Instant } from '#types/values'
import type { Visit, VisitReport, VisitSettling } from '#types/visits'
import { endingWord } from '#types/words/endings'
import { settledAs } from '#types/words/visits/settled'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Lead } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { actorWord, ambulanceWord, foundFirst, noteWord, outcomeInFull, settlingOf } from '@/services/words'

interface Told {
  kind: 'plain' | 'visit' | 'warn' | 'alarm'
  icon: IconName
  title: string
  hint: string
}

/** The one sentence that somebody opened the page for, what to do now, and what helpers wrote, which may be long. */
export function News({ visit, who }: { visit: Visit; who: string }) {
  const { kind, icon, title, hint } = newsOf(visit, who, cloudNow())
  const next = nextOf(visit, who)
  return (
    <>
      <View {...aria({ role: 'status', live: 'polite' })}>
        <Card kind={kind}>
          <View className={`visit-news visit-news-${kind}`}>
            <Icon name={icon} size={40} />
            <View className="visit-news-words">
              <Lead>{title}</Lead>
              <View>{keepWhole(hint)}</View>
            </View>
          </View>
        </Card>
      </View>
      {next && (
        <Card>
          <Lead>现在可以这样做</Lead>
          <View>{next}</View>
        </Card>
      )}
      <Written visit={visit} />
    </>
  )
}

/** Everything that helpers wrote, the first first, and what was done then; nothing where the sentence above says it all. */
function Written({ visit }: { visit: Visit }) {
  const { report, earlierReports, settlings } = visit
  const all = report ? [...earlierReports, report] : earlierReports
  const isOver = settlingOf(visit) !== null
  const before = isOver ? settlings.slice(0, -1) : settlings
  const isMore = all.length > (isOver ? 0 : 1) || all.some((one) => noteWord(one) !== null)
  if (!isMore && before.length === 0) return null
  return (
    <Card>
      {all.map((one) => (
        <View key={one.at} className="visit-written">
          <View className="soft">
            {whenWord(one.at, cloudNow())} {one.by}写的
          </View>
          {(all.length > 1 || isOver) && <View>{outcomeInFull[one.outcome]}</View>}
          {noteWord(one) && <View>{noteWord(one)}</View>}
        </View>
      ))}
      {before.map((one) => (
        <View key={one.at} className="visit-written">
          {keepWhole(settlingWord(one, cloudNow()))}
        </View>
      ))}
    </Card>
  )
}

function newsOf(visit: Visit, who: string, now: Instant): Told {
  const settling = settlingOf(visit)
  if (settling) {
    return {
      kind: 'plain',
      icon: 'circle-check-big',
      title: settledAs(settling.alarm),
      hint: settlingWord(settling, now),
    }
  }
  const shown = foundFirst(visit)
  if (visit.report && shown && visit.state !== 'escalated') return found(shown, who, now)
  const helper = visit.helper?.name ?? '志愿者'
  const isLate = visit.dueAt <= now
  switch (visit.state) {
    case 'claimed':
      return {
        kind: 'visit',
        icon: 'footprints',
        title: `${helper}接了，会过去看`,
        hint: isLate ? '过了说好的时间，还没有说到门口。' : `${whenWord(visit.dueAt, now)} 以前到。`,
      }
    case 'onSite':
      return {
        kind: 'visit',
        icon: 'door-open',
        title: `${helper}到了门口`,
        hint: '见没见到人，写了就在这里。',
      }
    case 'cancelled':
      return {
        kind: 'plain',
        icon: 'ban',
        title: '已经取消了',
        hint: visit.ended ? `${endingWord[visit.ended]}。` : '没有人会去。',
      }
    case 'escalated':
      return {
        kind: 'alarm',
        icon: 'siren',
        title: '已经转给驿站和协调员',
        hint: '还没有办完。请打电话问一问。',
      }
    case 'closed':
      return {
        kind: 'plain',
        icon: 'circle-check-big',
        title: '这一次结束了',
        hint: '谁看过、谁办的，下面都有。',
      }
    default:
      return isLate
        ? {
            kind: 'warn',
            icon: 'circle-alert',
            title: '还没有人接',
            hint: '过了说好的时间。请打电话催一催。',
          }
        : {
            kind: 'plain',
            icon: 'clock',
            title: '等人接',
            hint: `附近的志愿者都能看到，${whenWord(visit.dueAt, now)} 以前应该有人敲门。`,
          }
  }
}

/** 今天 14:30 驿站工作人员张静办的：家人已经到了 */
function settlingWord({ at, by, note }: VisitSettling, now: Instant): string {
  const done = `${whenWord(at, now)} ${actorWord(by)}办的`
  return note === null ? `${done}。` : `${done}：${note}`
}

function found(report: VisitReport, who: string, now: Instant): Told {
  const hint = `${whenWord(report.at, now)}，${report.by}写的。`
  switch (report.outcome) {
    case 'well':
      return { kind: 'visit', icon: 'circle-check-big', title: `见到${who}了，一切都好`, hint }
    case 'needsFound':
      return { kind: 'warn', icon: 'hand-heart', title: `见到${who}了，有事要帮忙`, hint }
    case 'noAnswer':
      return { kind: 'warn', icon: 'circle-alert', title: '敲了门，没有人应', hint }
    case 'refused':
      return { kind: 'plain', icon: 'info', title: `${who}没有开门，说不用来`, hint }
    case 'emergency':
      return {
        kind: 'alarm',
        icon: 'siren',
        title: `${who}情况紧急`,
        hint: `${hint}${ambulanceWord(report.ambulanceCalled)}`,
      }
  }
}

/** What to do after a report that leaves something open. The cloud does nothing by itself yet, so it promises nothing. */
function nextOf(visit: Visit, who: string): string | null {
  if (visit.state === 'closed') return null
  switch (foundFirst(visit)?.outcome) {
    case 'needsFound':
      return '打电话给驿站，商量谁来帮、什么时候来。'
    case 'noAnswer':
      return who === '您'
        ? '您要是在家，请打个电话说一声，或者再请人来一次。'
        : `先给${who}打个电话，再问问邻居。还是找不到人，就打电话请驿站当天再去。担心出事，马上打 120。`
    case 'refused':
      return who === '您' ? null : `晚一点给${who}打个电话，听听声音。`
    case 'emergency':
      return who === '您'
        ? '请把手机放在手边，电话响了就接。能开门的，把门开着。'
        : '请把手机带在身边，陌生电话也接。先打电话问清楚人在哪里、谁陪着。'
    default:
      return null
  }
}
