import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudService } from '@cloudbase/manager-node/lib/utils'
import { Databases } from './tencent-database'
import { Functions } from './tencent-functions'
import { type Answer, Refused } from './tencent-refusals'

/** What goes wrong with one call: it is refused, or the connection breaks off before or after the work was done. */
export interface Fault {
  /** Which call, from 1, counted from when it was set. */
  nth: number
  kind: 'refused' | 'before' | 'after'
}

/** A stand-in for Tencent's API with one CloudBase environment: it keeps what it is told, checks signatures, and answers in the same shapes. */
export class Tencent {
  readonly envId = 'yinling-1'
  readonly secretId = 'id-of-nobody'
  readonly secretKey = 'key-of-nobody'
  readonly database = new Databases()
  readonly functions = new Functions()
  storage: { AclTag: string; Rule?: string } = { AclTag: 'PRIVATE' }
  /** `cbf` is what an environment with functions of the second version says. */
  backend: string | undefined
  status = 'NORMAL'
  /** Actions in the order in which they were asked for. */
  calls: string[] = []
  fault: Fault | undefined
  /** What somebody else does just before the first call of that kind is answered. */
  meanwhile: { isNow(action: string, body: string): boolean; work(): Promise<unknown> } | undefined
  /** What it answered no with. */
  refused: string[] = []
  #server: Server | undefined
  #baseUrl: PropertyDescriptor | undefined

  /** Serves, and turns the client's addresses to itself. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    this.#baseUrl = Object.getOwnPropertyDescriptor(CloudService.prototype, 'baseUrl')
    Object.defineProperty(CloudService.prototype, 'baseUrl', {
      configurable: true,
      get(this: CloudService) {
        return `http://127.0.0.1:${port}/${this.service}`
      },
    })
  }

  async close(): Promise<void> {
    if (this.#baseUrl) Object.defineProperty(CloudService.prototype, 'baseUrl', this.#baseUrl)
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** Everything that it holds, to compare. */
  state() {
    return {
      ...this.database.state(),
      functions: this.functions.state(),
      storage: this.storage,
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const action = String(request.headers['x-tc-action'])
    this.calls.push(action)
    await this.#letOther(action, body.toString())
    const fault = this.#faultNow()
    if (fault === 'before') return void request.socket.destroy()
    const answer = this.#reply(request, action, body, fault)
    if (fault === 'after') return void request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ Response: { ...answer, RequestId: randomUUID() } }))
  }

  async #letOther(action: string, body: string): Promise<void> {
    const { meanwhile } = this
    if (!meanwhile?.isNow(action, body)) return
    this.meanwhile = undefined
    await meanwhile.work()
  }

  #faultNow(): Fault['kind'] | undefined {
    if (!this.fault) return undefined
    this.fault.nth -= 1
    return this.fault.nth === 0 ? this.fault.kind : undefined
  }

  #reply(request: IncomingMessage, action: string, body: Buffer, fault?: Fault['kind']): Answer {
    try {
      this.#requireSignature(request, body)
      if (fault === 'refused') throw new Refused('InternalError', 'an internal error has occurred')
      const param = JSON.parse(body.toString()) as Record<string, unknown>
      if (request.url === '/scf') return this.functions.answer(action, param)
      if ((param.EnvId ?? param.ServiceId) !== this.envId)
        throw new Refused('ResourceNotFound', 'EnvId not exist')
      return this.#environmentAnswer(action, param) ?? this.database.answer(action, param)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.refused.push(error.code)
      return { Error: { Code: error.code, Message: error.message } }
    }
  }

  #environmentAnswer(action: string, param: Record<string, unknown>): Answer | undefined {
    switch (action) {
      case 'DescribeEnvInfo':
        return {
          EnvInfo: {
            EnvBaseInfo: {
              EnvId: this.envId,
              Status: this.status,
              Databases: [{ InstanceId: 'tnt-1', Status: 'RUNNING' }],
              Functions: [{ Namespace: this.envId, ...(this.backend && { Backend: this.backend }) }],
              Storages: [{ Bucket: `${this.envId}-1250000000`, AppId: '1250000000', Region: 'ap-shanghai' }],
              LogServices: [{ LogsetId: 'logs-1', TopicId: 'topic-1' }],
            },
          },
        }
      case 'DescribeStorageSafeRule':
        return { ...this.storage }
      case 'ModifyStorageSafeRule':
        this.storage = { AclTag: String(param.AclTag), ...(param.Rule ? { Rule: String(param.Rule) } : {}) }
        return {}
      case 'DescribeCloudBaseGWAPI':
        return { APISet: [] } // no function of ours has an address of its own
      default:
        return undefined
    }
  }

  /** TC3-HMAC-SHA256, as the API checks it. */
  #requireSignature({ headers, url }: IncomingMessage, body: Buffer): void {
    const [, id, date, service, given] =
      /^TC3-HMAC-SHA256 Credential=([^/]*)\/([^/]*)\/([^/]*)\/tc3_request, SignedHeaders=content-type;host, Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? []
    if (id !== this.secretId) throw new Refused('AuthFailure.SecretIdNotFound', 'The SecretId is not found')
    const host = String(headers.host).replace(/:\d+$/, '')
    const canonical = `POST\n${url}\n\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${sha256(body)}`
    const text = `TC3-HMAC-SHA256\n${headers['x-tc-timestamp']}\n${date}/${service}/tc3_request\n${sha256(canonical)}`
    const key = ['tc3_request', service, date].reduceRight<Buffer | string>(
      (made, part) => hmac(made, part ?? ''),
      `TC3${this.secretKey}`,
    )
    if (hmac(key, text).toString('hex') !== given)
      throw new Refused('AuthFailure.SignatureFailure', 'The provided credentials could not be validated')
  }
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
