/** The parts of WeChat's API that answer through `success` and `complete`. */
const ASYNCHRONOUS = [
  ...['navigateTo', 'redirectTo', 'reLaunch', 'navigateBack', 'pageScrollTo', 'setNavigationBarTitle'],
  ...['getLocation', 'getNetworkType', 'getSetting', 'makePhoneCall', 'openLocation', 'scanCode'],
  ...['requestSubscribeMessage', 'stopPullDownRefresh', 'vibrateShort', 'hideShareMenu'],
]

const SCREEN = { windowWidth: 390, windowHeight: 780, pixelRatio: 2 }

/**
 * WeChat around a program: `wx`, what was called of it, and the network.
 * @param call takes an action to the cloud; `router` does what its functions are called for
 */
function aWeChat({ call, router, fontFactor }) {
  const calls = []
  const network = aNetwork(call)
  const answers = {
    ...router,
    getNetworkType: () => ({ networkType: network.type() }),
    getSetting: () => ({ authSetting: {} }),
  }
  const stub = (name) => (options) => {
    calls.push([name, options])
    const result = { errMsg: `${name}:ok`, ...answers[name]?.(options) }
    options.success?.(result)
    options.complete?.(result)
  }
  const kept = new Map()
  const wx = {
    ...Object.fromEntries(ASYNCHRONOUS.map((name) => [name, stub(name)])),
    cloud: { init: () => undefined, callFunction: network.callFunction },
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', fontSizeScaleFactor: fontFactor }),
    getDeviceInfo: () => ({ platform: 'android' }),
    getSystemInfoSync: () => ({ platform: 'android', ...SCREEN }),
    getWindowInfo: () => SCREEN,
    getLaunchOptionsSync: () => ({ path: '', query: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {} }),
    getStorageSync: (key) => kept.get(key) ?? '',
    setStorageSync: (key, value) => kept.set(key, value),
    removeStorageSync: (key) => kept.delete(key),
    createSelectorQuery: aSelectorQuery,
    canIUse: () => true,
    nextTick: (run) => setTimeout(run),
    onAppRoute: () => undefined,
  }
  return {
    wx,
    network,
    callsOf: (name) => calls.filter(([called]) => called === name).map(([, given]) => given),
  }
}

function aNetwork(call) {
  let asked = 0
  let repliedAt = 0
  let loss = null
  return {
    callFunction: async ({ name, data }) => {
      asked += 1
      try {
        const result = loss?.arrives === false ? null : await call(name, data)
        if (loss) throw { errMsg: loss.errMsg } // WeChat's failures are plain objects
        return { result, errMsg: 'cloud.callFunction:ok' }
      } finally {
        asked -= 1
        repliedAt = performance.now()
      }
    },
    type: () => loss?.type ?? 'wifi',
    isBusy: () => asked > 0,
    repliedAt: () => repliedAt,
    goOffline: () => {
      loss = { arrives: false, errMsg: 'cloud.callFunction:fail request:fail', type: 'none' }
    },
    loseReplies: () => {
      loss = { arrives: true, errMsg: 'cloud.callFunction:fail timeout', type: 'wifi' }
    },
    goOnline: () => {
      loss = null
    },
  }
}

/** Every box is low here. */
function aSelectorQuery() {
  const tells = []
  const query = {
    select: () => query,
    boundingClientRect: (tell) => {
      tells.push(tell)
      return query
    },
    exec: () =>
      setTimeout(() => {
        for (const tell of tells) tell({ height: 100 })
      }),
  }
  return query
}

module.exports = { aWeChat }
