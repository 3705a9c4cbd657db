const { join } = require('node:path')
const { sleep } = require('miniprogram-simulate')
const { BUILT, aPageStack } = require('./page-stack.cjs')
const { findOne, nameOf, readPage } = require('./rendered.cjs')
const { aWeChat } = require('./wechat.cjs')

const PATIENCE = 30_000
const QUIET = 100
/** So many looks in a row a page is at rest: on a machine that stands still time passes, and nothing of what is due is done. */
const LOOKS = 10
const LOADING = '.page--frame-loading'

let inHand = null

/** Ends the program on the phone in hand, if there is one. */
function putAway() {
  inHand?.closeAll()
  inHand = null
}

/**
 * A phone with the built mini program, held by this person, whose calls reach the town. One at a time: the next phone ends
 * the program and starts it anew.
 * @param fontFactor how much larger than usual type is in WeChat
 */
function aPhone(town, openid, { fontFactor = 1 } = {}) {
  putAway()
  const { router, top, instances, closeAll } = aPageStack()
  const call = (area, body) => town.send(openid, area, body)
  const { wx, network, callsOf } = aWeChat({ call, router, fontFactor })
  startProgram(wx, instances)
  inHand = { closeAll }

  let touchedAt = 0
  const text = () => top().host.textContent
  const page = () => readPage(top().instance.data)
  const until = async (isSo, wanted) => {
    for (const deadline = Date.now() + PATIENCE; !isSo(); await sleep(5)) {
      if (Date.now() > deadline) throw new Error(`${wanted} was not seen, but: ${text()}`)
    }
  }
  const isAtRest = () => {
    const stirredAt = Math.max(touchedAt, network.repliedAt(), top().drawnAt())
    return performance.now() - stirredAt > QUIET && !network.isBusy() && !top().host.querySelector(LOADING)
  }
  const settled = () => {
    let calm = 0
    return until(() => {
      calm = isAtRest() ? calm + 1 : 0
      return calm > LOOKS
    }, 'a page at rest')
  }

  return {
    /** Opens a page as a link to it does: `pages/meal/index?elderId=…`. */
    open: async (route) => {
      router.reLaunch({ url: `/${route}` })
      await settled()
    },
    settled,
    sees: (words) => until(() => text().includes(words), `“${words}”`),
    route: () => top().instance.route,
    /** What stands on the page. */
    text,
    /** The elements of the page, as its data says. */
    page,
    /** What all things with such a role are called. */
    names: (role) => page().filter(isOf(role)).map(nameOf),
    /** What the page says of a thing that can be tapped: role, label, states. */
    attributesOf: (words) => findOne(page(), words, isTappable).attributes,
    /** What stands in a box. */
    writtenIn: (label) => findOne(page(), label, isBox).attributes.value,
    /** The finger lands on the first thing inside, as on a button's words, and what it does there bubbles. */
    tap: (words) => {
      const { id } = innermost(findOne(page(), words, isTappable))
      top().component.querySelector(`#${id}`).dispatchEvent('tap')
      touchedAt = performance.now()
    },
    /** Built-in boxes do nothing by themselves here: tells the page what the box would. */
    write: (label, value) => {
      const { sid } = findOne(page(), label, isBox)
      const target = { id: '', dataset: { sid } }
      top().instance.eh({ type: 'input', detail: { value }, target, currentTarget: target })
      touchedAt = performance.now()
    },
    /** The given options of each call of `wx[name]`. */
    callsOf,
    /** From now on no call reaches the cloud. */
    goOffline: network.goOffline,
    /** From now on the cloud does what it is asked, and its answers get lost. */
    loseReplies: network.loseReplies,
    goOnline: network.goOnline,
    /** Whether the page is kept from being scrolled. */
    isHeld: () => top().instance.data.isHeld === true,
    /** What the page is made of: its element, and when and how much data was set. */
    shown: () => ({ dom: top().host, updates: top().updates }),
  }
}

/** Runs the program from its first line. Taro reads the names in `wx` there, once. */
function startProgram(wx, instances) {
  jest.resetModules()
  let app
  global.wx = wx
  global.App = (config) => {
    app = config
  }
  global.getApp = () => app
  global.getCurrentPages = instances
  require(join(BUILT, 'app.js'))
  app.onLaunch({ path: '', query: {}, scene: 1001 })
  app.onShow({})
}

const tappable = new Set(['button', 'radio', 'checkbox'])
const isTappable = ({ attributes }) => tappable.has(attributes['aria-role'])
const isBox = ({ tag }) => tag === 'input' || tag === 'textarea'
const isOf = (role) => (node) => node.attributes['aria-role'] === role

function innermost(node) {
  const inside = node.children.find(({ tag }) => tag !== 'block')
  return inside ? innermost(inside) : node
}

module.exports = { aPhone, putAway }
