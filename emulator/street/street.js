/** The street: five people's phones, the messages that reached them and the clock of the demonstration. */

const PAGES = {
  home: 'pages/home/index',
  orders: 'packages/staff/queue/index',
  visits: 'packages/helper/visits/index',
}

/** Everybody who can be played. Those with `onStreet` stand side by side on a wide window. */
const PEOPLE = [
  { openid: 'o-wang-xiuying', name: '王秀英', who: '82 岁，一个人住', page: PAGES.home, onStreet: true },
  { openid: 'o-li-min', name: '李敏', who: '王秀英的女儿，在深圳', page: PAGES.home, onStreet: true },
  {
    openid: 'o-zhang-jing',
    name: '张静',
    who: '长江路社区养老驿站的店员',
    page: PAGES.orders,
    onStreet: true,
  },
  { openid: 'o-zhao-qiang', name: '赵强', who: '党员志愿者，住在长江路', page: PAGES.visits, onStreet: true },
  { openid: 'o-zhou-lin', name: '周琳', who: '长江路街道养老生活协调员', page: PAGES.visits, onStreet: true },
  { openid: 'o-chen-jianguo', name: '陈建国', who: '71 岁，和老伴同住', page: PAGES.home },
  { openid: 'o-he-wei', name: '何伟', who: '映湖驿站的店员', page: PAGES.orders },
  { openid: 'o-sun-hui', name: '孙慧', who: '高新区督导', page: PAGES.home },
  { openid: 'o-guest', name: '访客', who: '还没有登记', page: PAGES.home },
]

const REAL_WIDTH = 390
const REAL_HEIGHT = 780
const SMALLEST_PHONE = 248 // below this the words on five phones in a row can no longer be read
const MESSAGES_SHOWN = 8
const POLL_EVERY = 3000

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
  return element(
    'figure',
    { className: 'phone' },
    element('div', { className: 'glass' }, glass),
    element(
      'figcaption',
      {},
      element('b', { textContent: person.name }),
      linkTo(person, '单独打开', `单独打开${person.name}的手机`),
      element('span', { textContent: person.who }),
    ),
  )
}

function linkTo(person, words, label) {
  const link = element('a', { href: addressOf(person), target: '_blank', textContent: words })
  if (label) link.setAttribute('aria-label', label)
  return link
}

/** Puts fresh phones on the street, each at its first page. */
function showPhones() {
  const present = narrow.matches ? [shown] : PEOPLE.filter(({ onStreet }) => onStreet)
  byId('phones').replaceChildren(...present.map(phone))
  fitPhones()
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
  const links = PEOPLE.filter(({ onStreet }) => !onStreet).map((person) =>
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

/** Does something with the emulator; while it does not answer, the street says so. */
async function trying(work) {
  try {
    await work()
    byId('trouble').textContent = ''
  } catch (error) {
    console.warn(error)
    byId('trouble').textContent = '本地云没有回应。请看看 npm start 是否还在运行，恢复后这里会自己接上。'
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
  return trying(async () => {
    const { now } = await emulator('clock')
    showClock(await emulator('clock', { now: tomorrowMorning(new Date(now)).toISOString() }))
    showPhones()
  })
}

function restart() {
  return trying(async () => {
    await emulator('clock', { reset: true }) // first, so that the district is laid out for the real today
    await emulator('reset', { demo: true })
    showPhones()
    await look()
  })
}

// ---- messages

let lastMessages = ''

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

function messageItem({ at, touser, data }) {
  const person = PEOPLE.find(({ openid }) => openid === touser)
  const when = element('time')
  setTime(when, at, timeWords.format(new Date(at)))
  const words = Object.values(data).map(({ value }) => value)
  return element(
    'li',
    {},
    element('p', {}, element('b', { textContent: `给${person?.name ?? touser}` }), when),
    element('p', { textContent: words.join('，') }),
  )
}

// ---- beginning

async function findPlace() {
  const { lng, lat } = await emulator('place')
  place = `${lng},${lat}`
}

async function look() {
  const [clock, messages] = await Promise.all([emulator('clock'), emulator('outbox')])
  showClock(clock)
  showMessages(messages)
}

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
showOthers()
showPhones()
lookIfSeen()
setInterval(lookIfSeen, POLL_EVERY)
