import { createHash } from 'node:crypto'
import { type Answer, Refused } from './tencent-refusals'

interface Held {
  runtime: string
  handler: string
  timeout: number
  memory: number
  variables: Record<string, string>
  /** Digest of the names and checksums in the zip, which does not depend on when it was packed. */
  code: string
  /** How often its code was written. */
  uploads: number
  triggers: Record<string, string>
  /** For how many looks it is still busy with its last change. */
  busy: number
}

type Param = Record<string, unknown>

/** The functions of the stand-in. A change of one that is busy is refused, as it is in the cloud. */
export class Functions {
  readonly held = new Map<string, Held>()
  /** Names of functions whose making or change of code fails in the cloud; what is left of one that was made stays so until it is deleted. */
  failing: string[] = []
  readonly #failed = new Map<string, 'CreateFailed' | 'UpdateFailed'>()

  state(): Record<string, Omit<Held, 'busy' | 'uploads'>> {
    return Object.fromEntries([...this.held].map(([name, { busy, uploads, ...kept }]) => [name, kept]))
  }

  answer(action: string, param: Param): Answer {
    const name = String(param.FunctionName)
    switch (action) {
      case 'GetFunction':
        return this.#told(name)
      case 'CreateFunction':
        return this.#create(name, param)
      case 'DeleteFunction':
        this.#known(name)
        this.held.delete(name)
        this.#failed.delete(name)
        return {}
      case 'UpdateFunctionCode':
        return this.#updateCode(name, param)
      case 'UpdateFunctionConfiguration':
        return this.#updateSettings(this.#idle(name), param)
      case 'BatchCreateTrigger':
        return this.#createTriggers(this.#idle(name), JSON.parse(String(param.Triggers)) as Trigger[])
      case 'DeleteTrigger':
        delete this.#idle(name).triggers[String(param.TriggerName)]
        return {}
      default:
        throw new Refused('InvalidAction', `The action ${action} is not valid`)
    }
  }

  #told(name: string): Answer {
    const held = this.#known(name)
    const isBusy = held.busy > 0
    if (isBusy) held.busy -= 1
    return {
      Status: isBusy ? 'Updating' : (this.#failed.get(name) ?? 'Active'),
      StatusDesc: this.#failed.has(name) ? '代码解不开' : '',
      Runtime: held.runtime,
      Timeout: held.timeout,
      MemorySize: held.memory,
      Environment: { Variables: Object.entries(held.variables).map(([Key, Value]) => ({ Key, Value })) },
      Triggers: Object.entries(held.triggers).map(([TriggerName, cron]) => ({
        TriggerName,
        Type: 'timer',
        TriggerDesc: JSON.stringify({ cron }),
      })),
      VpcConfig: { VpcId: '', SubnetId: '' },
    }
  }

  #known(name: string): Held {
    const held = this.held.get(name)
    if (!held) throw new Refused('ResourceNotFound.Function', `Function [${name}] not found`)
    return held
  }

  #idle(name: string): Held {
    const held = this.#known(name)
    if (held.busy > 0) throw new Refused('FailedOperation.FunctionStatusError', 'function is updating')
    return held
  }

  #create(name: string, param: Param): Answer {
    if (this.held.has(name)) throw new Refused('ResourceInUse.Function', 'function already exists')
    if (this.failing.includes(name)) this.#failed.set(name, 'CreateFailed')
    this.held.set(name, {
      runtime: String(param.Runtime),
      handler: String(param.Handler),
      timeout: Number(param.Timeout),
      memory: Number(param.MemorySize),
      variables: variablesIn(param) ?? {},
      code: codeIn(param),
      uploads: 1,
      triggers: {},
      busy: 1,
    })
    return {}
  }

  #updateCode(name: string, param: Param): Answer {
    const held = this.#idle(name)
    if (this.failing.includes(name)) this.#failed.set(name, 'UpdateFailed')
    else this.#failed.delete(name)
    Object.assign(held, { code: codeIn(param), uploads: held.uploads + 1, busy: 1 })
    return {}
  }

  #updateSettings(held: Held, param: Param): Answer {
    const { timeout, memory, variables } = held
    Object.assign(held, {
      timeout: Number(param.Timeout ?? timeout),
      memory: Number(param.MemorySize ?? memory),
      variables: variablesIn(param) ?? variables,
      busy: 1,
    })
    return {}
  }

  #createTriggers(held: Held, triggers: Trigger[]): Answer {
    for (const { TriggerName, TriggerDesc } of triggers) {
      if (held.triggers[TriggerName]) throw new Refused('ResourceInUse.Trigger', 'trigger already exists')
      held.triggers[TriggerName] = TriggerDesc
    }
    return {}
  }
}

interface Trigger {
  TriggerName: string
  TriggerDesc: string
}

/** The whole set that is given; undefined: none is, and what there is stays. */
function variablesIn({ Environment }: Param): Record<string, string> | undefined {
  const given = Environment as { Variables: { Key: string; Value: string }[] } | undefined
  return given && Object.fromEntries(given.Variables.map(({ Key, Value }) => [Key, Value]))
}

/** Names and checksums, in the order of names, from the zip's own list at its end. */
function codeIn({ Code }: Param): string {
  const { ZipFile = '' } = Code as { ZipFile?: string }
  const zip = Buffer.from(ZipFile, 'base64')
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0) throw new Refused('InvalidParameterValue.Code', 'no zip')
  const files: string[] = []
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    files.push(`${zip.toString('utf8', at + 46, at + 46 + name)} ${zip.readUInt32LE(at + 16)}`)
    at += 46 + name + extra + comment
  }
  return createHash('sha256').update(files.sort().join('\n')).digest('hex')
}
