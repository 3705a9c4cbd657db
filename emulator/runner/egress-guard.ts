import { Socket as UdpSocket } from 'node:dgram'
import dns from 'node:dns'
import { isIP, Socket } from 'node:net'

/**
 * Keeps a function from reaching anything but this machine, so that a local run can never touch a real service.
 * A guard against accidents, not a sandbox: it stands before sockets and name look-ups of this thread.
 */
export function guardEgress(): void {
  const connect = Socket.prototype.connect as (...args: unknown[]) => Socket
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const host = hostOf(args)
    if (!isLoopback(host)) throw new EgressRefused(host)
    return connect.apply(this, args)
  } as Socket['connect']

  const lookup = dns.lookup as (host: string, ...rest: unknown[]) => void
  const guardedLookup = (host: string, ...rest: unknown[]) => {
    if (!isLoopback(host)) throw new EgressRefused(host)
    lookup(host, ...rest)
  }
  dns.lookup = Object.assign(guardedLookup, { __promisify__: dns.lookup.__promisify__ }) as typeof dns.lookup

  const refuse = (target: unknown) => {
    throw new EgressRefused(typeof target === 'string' ? target : 'datagram')
  }
  for (const api of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.keys(Object.getOwnPropertyDescriptors(api))) {
      if (/^(resolve|reverse)/.test(name)) Reflect.set(api, name, refuse)
    }
  }
  Reflect.set(dns.promises, 'lookup', refuse)
  Reflect.set(UdpSocket.prototype, 'send', refuse)
  Reflect.set(UdpSocket.prototype, 'connect', refuse)
}

class EgressRefused extends Error {
  code = 'EGRESS_REFUSED'
  constructor(target: string) {
    super(`a cloud function may not reach ${target} from the emulator`)
  }
}

/** The host of any way to call `connect`: options, (port, host), or the array that `net.connect` hands on. A pipe has none. */
function hostOf(args: unknown[]): string {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: unknown; path?: unknown }
    return path ? `pipe ${path}` : String(host ?? 'localhost')
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return `pipe ${first}`
  return typeof args[1] === 'string' ? args[1] : 'localhost'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
