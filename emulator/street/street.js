/** The street: five people's phones, the messages that reached them and the clock of the demonstration. */

import { lineOf } from './now.js'
import { PEOPLE } from './people.js'

const REAL_WIDTH = 390
const REAL_HEIGHT = 780
const SMALLEST_PHONE = 224 // below this the words on five phones in a row can no longer be read
const MESSAGES_SHOWN = 8
const POLL_EVERY = 3000
const LINES_EVERY = 4 // so many looks: each line is a question to the cloud
const OPENED_WITHIN = 20_000

const narrow = matchMedia('(max-width: 899px)')
const byId = (id) => document.getElementById(id)
let shown = PEOPLE[1]

// ---- phones

/** `lng,lat` of where everybody stands; empty until the emulator has told. */
let place = ''

const addressOf = ({ openid, page }) => `/app/?as=${openid}${place && `&at=${place}`}#/${page}`

function element(tag, fields = {}, ...children) {
  const made = Object.assign(document.createElement(tag), fields)
  made.append(...children)
  return made
}

function phone(person) {
  const glass = element('iframe', { src: addressOf(person), title: `${person.name}的手机` })
  const cover = element('p', { className: 'cover', textContent: `正在打开${person.name}的手机……` })
  void uncover(glass, cover, person)
  return element(
    'figure',
    { className: 'phone' },
    element(
      'figcaption',
      {},
      element('b', { textContent: person.name }),
      linkTo(person, '单独打开', `单独打开${person.name}的手机`),
      element('span', { textContent: person.who }),
      element('em', { id: `now-${person.openid}`, textContent: lineBefore.get(person.openid) ?? '' }),
    ),
    element('div', { className: 'glass' }, glass, cover),
  )
}

/** Where the cloud does not say, nothing is said. */
async function showLine(person, at) {
  const words = await lineOf(person, at).catch((error) => console.warn(error))
  lineBefore.set(person.openid, words ?? '')
  const line = byId(`now-${person.openid}`)
  if (line) line.textContent = words ?? ''
}

/** Takes the cover away once the app shows something, be it only that it could not be loaded; gives up when the phone is gone. */
async function uncover(glass, cover, { name }) {
  const since = Date.now()
  do {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (glass.contentDocument?.querySelector('[role=main], .not-loaded:not([hidden])')) return cover.remove()
    if (Date.now() - since > OPENED_WITHIN) {
      cover.classList.add('late')
      cover.textContent = `${name}的手机没有打开。请看看 npm start 是否还在运行，再刷新这一页。`
    }
  } while (glass.isConnected)
}

/** Covers the phones while everything behind them changes. */
function coverPhones(words) {
  for (const glass of document.querySelectorAll('.glass'))
    glass.append(element('p', { className: 'cover', textContent: words }))
}

function linkTo(person, words, label) {
  const link = element('a', { href: addressOf(person), target: '_blank', textContent: words })
  if (label) link.setAttribute('aria-label', label)
  return link
}

/** Puts fresh phones on the street, each at its first page. */
function showPhones() {
  byId('phones').replaceChildren(...present().map(phone))
  fitPhones()
}

const present = () => (narrow.matches ? [shown] : PEOPLE.filter(({ does }) => does))

/** The last line that was told of each, so that fresh phones have one at once. */
const lineBefore = new Map()

/** Says of everybody who is there what they are about. */
async function showLines() {
  const at = place ? { lng: Number(place.split(',')[0]), lat: Number(place.split(',')[1]) } : undefined
  const told = present().filter(({ does }) => does)
  await Promise.all(told.map((person) => showLine(person, at)))
}

function fitPhones() {
  const row = byId('phones')
  const gap = Number.parseFloat(getComputedStyle(row).columnGap)
  const widthOf = (columns) => (row.clientWidth - gap * (columns - 1)) / columns
  const columns = narrow.matches ? 1 : widthOf(5) >= SMALLEST_PHONE ? 5 : 3
  const width = Math.min(REAL_WIDTH, Math.floor(widthOf(columns)))
  // One phone alone keeps its letters at full size and is only as wide as the window allows.
  const scale = columns === 1 ? 1 : width / REAL_WIDTH
  row.style.setProperty('--columns', columns)
  row.style.setProperty('--phone', `${width}px`)
  row.style.setProperty('--height', `${REAL_HEIGHT}px`)
  row.style.setProperty('--scale', scale)
}

function showSwitcher() {
  const buttons = PEOPLE.map((person) => {
    const button = element('button', { type: 'button', textContent: person.name })
    button.setAttribute('aria-pressed', String(person === shown))
    button.addEventListener('click', () => {
      shown = person
      for (const one of buttons) one.setAttribute('aria-pressed', String(one === button))
      showPhones()
    })
    return button
  })
  byId('people').replaceChildren(...buttons)
}

function showOthers() {
  const links = PEOPLE.filter(({ does }) => !does).map((person) =>
    element('span', {}, linkTo(person, person.name), ` ${person.who}`),
  )
  byId('others').replaceChildren('街上还有：', ...links)
}

// ---- emulator

async function emulator(name, body) {
  const request = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`/__emulator/${name}`, request)
  if (!response.ok) throw new Error(`/__emulator/${name} ${response.status}`)
  return response.json()
}

/** What is wrong: `asked` stays until something else is asked for, `looking` until the emulator answers again. */
const troubles = { asked: '', looking: '' }

function tell(trouble) {
  Object.assign(troubles, trouble)
  byId('trouble').textContent = troubles.asked || troubles.looking
}

/** Does something with the emulator that goes on by itself; while it does not answer, the street says so. */
async function trying(work) {
  try {
    await work()
    tell({ looking: '' })
  } catch (error) {
    console.warn(error)
    tell({ looking: '本地云没有回应。请看看 npm start 是否还在运行，恢复后这里会自己接上。' })
  }
}

/** Does what somebody asked for, and tells whether it was done; where it was not, that is still said when the emulator answers again. */
async function asked(work) {
  tell({ asked: '' })
  try {
    await work()
    return true
  } catch (error) {
    console.warn(error)
    tell({ asked: '本地云没有回应，刚才点的没有办成。请看看 npm start 是否还在运行，再点一次。' })
    return false
  }
}

// ---- time

const SHANGHAI = 8 * 3_600_000
const DAY = 86_400_000

const inWords = (options) => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options })
const dayWords = inWords({ month: 'long', day: 'numeric', weekday: 'short' })
const timeWords = inWords({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

function setTime(element, instant, words) {
  element.dateTime = instant
  element.textContent = words
}

function showClock({ now }) {
  const at = new Date(now)
  setTime(byId('now'), now, `${dayWords.format(at)} ${timeWords.format(at)}`)
}

/** Seven in the morning of the next day in Shanghai. */
function tomorrowMorning(now) {
  const midnight = Math.floor((now.getTime() + SHANGHAI) / DAY) * DAY - SHANGHAI
  return new Date(midnight + DAY + 7 * 3_600_000)
}

function goToTomorrow() {
  return asked(async () => {
    const { now } = await emulator('clock')
    showClock(await emulator('clock', { now: tomorrowMorning(new Date(now)).toISOString() }))
    showPhones()
    await showLines()
  })
}

async function restart() {
  const isDone = await asked(async () => {
    coverPhones('正在重新开始，要几秒钟……')
    try {
      await emulator('clock', { reset: true }) // first, so that the district is laid out for the real today
      await emulator('reset', { demo: true })
    } finally {
      showPhones() // without the cover, also where nothing began again
    }
  })
  if (!isDone) return
  await trying(async () => {
    await look() // apart: what was asked for is done, also where this is not answered
    await showLines()
  })
}

// ---- messages

let lastMessages = ''

/** Names of people who are not on the street, by openid. */
const otherNames = new Map()

const nameOf = (openid) => PEOPLE.find((one) => one.openid === openid)?.name ?? otherNames.get(openid)

/** Looks up who those are that nobody here knows; whoever has no account is asked for once. */
async function learnNames(messages) {
  const unknown = messages.map(({ touser }) => touser).filter((openid) => nameOf(openid) === undefined)
  if (unknown.length === 0) return
  const { accounts } = await emulator('dump?collection=accounts')
  for (const openid of unknown)
    otherNames.set(openid, accounts.find(({ _id }) => _id === openid)?.name ?? '还没有登记的人')
}

function showMessages(messages) {
  const seen = JSON.stringify(messages)
  if (seen === lastMessages) return
  lastMessages = seen
  const newest = messages.slice(-MESSAGES_SHOWN).reverse()
  const earlier = messages.length - newest.length
  byId('messages').replaceChildren(...newest.map(messageItem))
  byId('no-messages').hidden = messages.length > 0
  byId('earlier').textContent = earlier > 0 ? `还有更早的 ${earlier} 条。` : ''
}

/** How many more messages everybody on the street has agreed to: one tap, one message of each kind that it asked for. */
function showLeft(left) {
  const countOf = ({ openid }) => Object.values(left[openid] ?? {}).reduce((all, count) => all + count, 0)
  const words = PEOPLE.filter(({ does }) => does).map((person) => `${person.name} ${countOf(person)} 条`)
  byId('left').textContent = `在微信里，点一次允许，换来一条消息。还能收到：${words.join('，')}。`
}

function messageItem({ at, touser, data }) {
  const when = element('time')
  setTime(when, at, timeWords.format(new Date(at)))
  const words = Object.values(data).map(({ value }) => value)
  return element(
    'li',
    {},
    element('p', {}, element('b', { textContent: `给${nameOf(touser)}` }), when),
    element('p', { textContent: words.join('，') }),
  )
}

// ---- beginning

async function findPlace() {
  const { lng, lat } = await emulator('place')
  place = `${lng},${lat}`
}

/** Everybody's phone, and the links to it, with where they stand. */
function showEverybody() {
  showOthers()
  showPhones()
}

async function look() {
  const [clock, messages, left] = await Promise.all(
    ['clock', 'outbox', 'grants'].map((name) => emulator(name)),
  )
  showClock(clock)
  await learnNames(messages)
  showMessages(messages)
  showLeft(left)
  if (!place) await findPlace().then(showEverybody) // nobody answered when the street was opened
  if (looks++ % LINES_EVERY === 0) await showLines()
}
let looks = 0

function lookIfSeen() {
  if (document.visibilityState === 'visible') void trying(look)
}

/** Runs on a click; the button waits until it is done. */
function onClick(button, work) {
  button.addEventListener('click', async () => {
    button.disabled = true
    await work()
    button.disabled = false
  })
}

onClick(byId('tomorrow'), goToTomorrow)
byId('restart').addEventListener('click', () => byId('confirm').showModal())
byId('confirm').addEventListener('close', ({ target }) => {
  if (target.returnValue === 'restart') void restart()
  target.returnValue = ''
})
narrow.addEventListener('change', showPhones)
addEventListener('resize', fitPhones)
document.addEventListener('visibilitychange', lookIfSeen)

showSwitcher()
await trying(findPlace)
showEverybody()
lookIfSeen()
setInterval(lookIfSeen, POLL_EVERY)
