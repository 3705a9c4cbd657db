const { join } = require('node:path')
const simulate = require('miniprogram-simulate')
const { sizeOf } = require('./limits.cjs')
const { PROJECT } = require('./town.cjs')

const BUILT = join(PROJECT, 'dist/weapp')
const createComponent = global.Component // of miniprogram-simulate, which draws a page as it draws a component

/** The pages that are open, as WeChat stacks them, and the router that opens and closes them. */
function aPageStack() {
  const pages = []
  const definitions = new Map()
  const open = (url) => {
    const page = drawPage(url, definitions)
    pages.push(page)
    page.instance.onLoad(page.query)
    page.instance.onShow()
    page.instance.onReady()
  }
  const close = () => {
    const { component, host, instance } = pages.pop()
    instance.onUnload()
    component.detach()
    host.remove()
  }
  const closeAll = () => {
    while (pages.length > 0) close()
  }
  const router = {
    navigateTo: ({ url }) => {
      pages.at(-1).instance.onHide()
      open(url)
    },
    redirectTo: ({ url }) => {
      close()
      open(url)
    },
    reLaunch: ({ url }) => {
      closeAll()
      open(url)
    },
    navigateBack: () => {
      close()
      pages.at(-1).instance.onShow()
    },
  }
  return {
    router,
    closeAll,
    top: () => pages.at(-1),
    instances: () => pages.map(({ instance }) => instance),
  }
}

function drawPage(url, definitions) {
  const [route, search] = url.slice(1).split('?')
  if (!definitions.has(route)) definitions.set(route, loadPage(route))
  const component = simulate.render(definitions.get(route))
  const host = document.body.appendChild(document.createElement('div'))
  component.attach(host)

  const { instance } = component
  const query = queryIn(search)
  Object.assign(instance, { route, options: query })
  return { component, host, instance, query, ...watchUpdates(instance) }
}

/** A page's code runs once for a program, however often the page is opened. */
function loadPage(route) {
  global.Page = (config) => createComponent({ data: config.data, methods: config })
  return simulate.load(join(BUILT, route), 'page', { rootPath: BUILT })
}

/** As WeChat reads it: nothing is decoded. */
function queryIn(search = '') {
  const pairs = search.split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split('=')))
}

/** Notes when, by the program's own time, and how much data is set: a phone draws elsewhere, and the program goes on. */
function watchUpdates(instance) {
  const updates = []
  let drawing = 0
  let drawnAt = Number.POSITIVE_INFINITY
  const { setData } = instance
  instance.setData = function (data, whenShown) {
    const began = performance.now()
    updates.push({ at: began - drawing, bytes: sizeOf(data) })
    setData.call(this, data, whenShown)
    drawnAt = performance.now()
    drawing += drawnAt - began
  }
  return { updates, drawnAt: () => drawnAt }
}

module.exports = { BUILT, aPageStack }
