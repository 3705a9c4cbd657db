import { EventEmitter } from 'node:events'
import http from 'node:http'
import type { LineRequest } from '../parts'
import type { SdkAnswer } from './messages'

type Body = LineRequest['body']
type Listener = (response: SocketlessResponse) => void
type Told = Exclude<SdkAnswer['reply'], 'brokenOff'>
interface RequestOptions {
  headers?: Record<string, unknown>
}
interface Sending {
  send(body: Body): void
  /** The SDK waits no longer. */
  giveUp(): void
}

/** A line of one instance. */
interface InstanceLine {
  /** What stands for Node's module in the instance. */
  http: typeof http
  /** Hears what the gateway answered. */
  hear(answer: SdkAnswer): void
}

/**
 * Puts a line to the pool in the place of the sockets to one address: a socket of this machine takes more of the processor than
 * everything else that a call of the database does. What the SDK asks for, and what it is answered, are the same; requests to any
 * other address go as ever.
 * @param address the SDK adds a query to it
 */
export function layLine(address: string, send: (request: LineRequest) => void): InstanceLine {
  const waiting = new Map<number, SocketlessRequest>()
  let last = 0
  const begin = (options: RequestOptions, listener: Listener) => {
    const id = ++last
    const request = new SocketlessRequest(listener, {
      send: (body) => {
        const unheard = [...waiting.keys()]
        waiting.set(id, request)
        send({ id, contentType: contentTypeOf(options), body, unheard })
      },
      giveUp: () => void waiting.delete(id),
    })
    return request
  }

  const request = http.request as (...args: unknown[]) => unknown
  const own = Object.defineProperties({}, Object.getOwnPropertyDescriptors(http)) as typeof http
  Reflect.set(own, 'request', (...args: unknown[]) => {
    const [url, options, listener] = args
    if (!String(url).startsWith(`${address}?`)) return request(...args)
    return begin(options as RequestOptions, listener as Listener) // the SDK calls it so and no other way
  })

  return {
    http: own,
    hear({ id, reply }) {
      const asked = waiting.get(id)
      waiting.delete(id)
      asked?.hear(reply)
    },
  }
}

/** As much of `http.ClientRequest` as the SDK uses. It stands for a connection that is open already. */
class SocketlessRequest extends EventEmitter {
  readonly reusedSocket = true
  readonly socket = { connecting: false }
  readonly #listener: Listener
  readonly #sending: Sending
  #timer: NodeJS.Timeout | undefined
  #body: Body = ''

  constructor(listener: Listener, sending: Sending) {
    super()
    this.#listener = listener
    this.#sending = sending
  }

  setTimeout(limit: number): void {
    this.#timer = setTimeout(() => {
      this.#sending.giveUp()
      this.emit('timeout')
    }, limit)
  }

  /** The SDK writes once. */
  write(body: Body): void {
    this.#body = body
  }

  end(): void {
    this.emit('socket', this.socket)
    this.#sending.send(this.#body)
  }

  hear(reply: SdkAnswer['reply']): void {
    clearTimeout(this.#timer)
    if (reply === 'brokenOff') {
      this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))
      return
    }
    const response = new SocketlessResponse(reply)
    this.#listener(response)
    response.tell(reply)
  }
}

/** As much of `http.IncomingMessage` as the SDK uses, which listens at once: a stream would take as long as the rest. */
class SocketlessResponse extends EventEmitter {
  readonly statusCode: number
  readonly headers: Record<string, string>

  constructor({ status, contentType }: Told) {
    super()
    this.statusCode = status
    this.headers = { 'content-type': contentType }
  }

  tell({ body }: Told): void {
    this.emit('data', Buffer.from(body))
    this.emit('end')
  }
}

function contentTypeOf({ headers = {} }: RequestOptions): string {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'content-type')
  return name === undefined ? '' : String(headers[name])
}
