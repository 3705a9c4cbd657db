const { execFileSync, spawn } = require('node:child_process')
const http = require('node:http')
const { resolve } = require('node:path')

const PROJECT = resolve(__dirname, '../..')

const MOTHER = 'e-wang-xiuying'
const STATION = 'st-changjiang'

/** As a photo begins. */
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')

/** A Monday at eight in the morning. */
const MORNING = '2026-11-23T08:00:00+08:00'

/** The demo district in an emulator process of its own, with the built cloud functions. */
async function aTown() {
  execFileSync(process.execPath, ['config/build.mjs', 'cloud', 'emulator', 'weapp'], { cwd: PROJECT })
  const child = spawn(process.execPath, ['dist/emulator/main.js', '--memory', '--empty', '--port', '0'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const url = await readyAt(child)

  /** What `wx.cloud.callFunction` is in the emulator: the reply of a cloud function, refusals included. */
  const send = (openid, name, body) => post(`${url}/cloud/${name}`, body, { 'x-wx-openid': openid })
  const restart = async () => {
    await post(`${url}/__emulator/clock`, { now: MORNING })
    await post(`${url}/__emulator/reset`, { demo: true })
  }
  await restart()
  return {
    send,
    /** Everything as it was in the morning. */
    restart,
    /** What somebody does without this test looking on; the test fails when it is refused. */
    act: async (openid, name, input = {}) => {
      const [area, action] = name.split('.')
      const reply = await send(openid, area, { action, input })
      if (!reply.ok) throw new Error(`${name} was refused with ${reply.code} ${JSON.stringify(reply.detail)}`)
      return reply.data
    },
    /** What `wx.cloud.uploadFile` is in the emulator. */
    upload: (openid, path) => ask('PUT', `${url}/storage/${path}`, JPEG, { 'x-wx-openid': openid }),
    stored: async (collection) => {
      const dump = await ask('GET', `${url}/__emulator/dump?collection=${collection}`)
      return dump[collection].map(({ _id, ...rest }) => ({ ...rest, id: _id }))
    },
    close: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function readyAt(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
      const ready = /^ready (http:\S+)\n/m.exec(said)
      if (ready) resolve(ready[1])
    })
    child.once('close', (code) => reject(new Error(`the emulator ended with ${code}: ${said}`)))
  })
}

const post = (url, body, headers = {}) => ask('POST', url, JSON.stringify(body), headers)

/** jsdom has no fetch, and its XMLHttpRequest would send an Origin. */
function ask(method, url, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = http.request(url, { method, headers: { ...type, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.once('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${method} ${url}: ${response.statusCode} ${text}`))
      })
    })
    request.once('error', reject)
    request.end(body)
  })
}

module.exports = { MOTHER, PROJECT, STATION, aTown }
