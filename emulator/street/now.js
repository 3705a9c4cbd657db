/** What each person of the street is about at this moment, in one line, from what the cloud answers that person. */

const slots = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

const mealStates = { placed: '等驿站确认', confirmed: '驿站确认了' }

const visitStates = {
  open: '请了人上门，还没有人接',
  claimed: '请了人上门，有人接了',
  onSite: '请的人到门口了',
  reported: '上门看过了，有结果',
  closed: '上门看过了',
  escalated: '请了人上门，还没有人去',
}

/** @throws Error when the cloud does not answer, or refuses */
async function ask({ openid }, area, action, input = {}) {
  const response = await fetch(`/cloud/${area}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ action, input }),
  })
  const reply = await response.json()
  if (!reply.ok) throw new Error(`${area}.${action} ${reply.code}`)
  return reply.data
}

/** `2026-11-30` as people say it, seen from an instant. */
function dayWord(date, now) {
  const today = new Date(new Date(now).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  return ['今天', '明天', '后天'][days] ?? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

/** For an elder and her family: what calls for somebody, else her next meal, and the visit that is awaited or was made today. */
async function atHome(person) {
  const { me, nextMeal, alarmCount, visit } = await ask(person, 'people', 'home')
  const meal =
    nextMeal && `${dayWord(nextMeal.date, me.now)}${slots[nextMeal.slot]}${mealStates[nextMeal.state]}`
  const parts = [alarmCount > 0 && `${alarmCount} 件看望等人办`, meal, visit && visitStates[visit.state]]
  return parts.filter(Boolean).join('；') || '没有订餐，也没有请人上门'
}

/** For a clerk: how many orders wait for an answer. */
async function atTheCounter(person) {
  const days = await ask(person, 'meals', 'orderDays', { stationId: person.stationId })
  const waiting = days.reduce((all, { count }) => all + count, 0)
  return waiting > 0 ? `${waiting} 份订餐等确认` : '没有订餐等确认'
}

/** For whoever goes to doors, or answers for those who do. */
async function atTheDoors(person, place) {
  const { mine, counts } = await ask(person, 'visits', 'queue', place ? { place } : {})
  const tasks = mine.filter(({ state }) => state === 'claimed' || state === 'onSite').length
  const parts = [
    tasks > 0 && `接了 ${tasks} 家`,
    counts.waiting > 0 && `${counts.waiting} 家等人去`,
    counts.urgent > 0 && `其中 ${counts.urgent} 件急事`,
    counts.overdue > 0 && `${counts.overdue} 家过了时间还没有结果`,
    person.readsReports && counts.reported > 0 && `${counts.reported} 家有了结果`,
  ]
  return parts.filter(Boolean).join('，') || '没有人在等'
}

const lines = { home: atHome, counter: atTheCounter, doors: atTheDoors }

/** One line about a person. @param place where everybody stands; undefined where nobody has told */
export const lineOf = (person, place) => lines[person.does](person, place)
