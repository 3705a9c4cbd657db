/** Something stands in the way that whoever deploys can understand; shown without a stack. */
export class DeployFailure extends Error {}

/** What Tencent's API answers where it refuses. */
interface Refusal {
  code: string
  action: string
}

/** Whether an error is an answer of the API rather than one of our own. */
const isRefusal = (error: unknown): error is Error & Refusal =>
  error instanceof Error && error.name === 'CloudBaseError'

/** Whether the API says that what was asked for is not there. */
export const isNotFound = (error: unknown, what = ''): boolean =>
  isRefusal(error) && error.code.startsWith(what ? `ResourceNotFound.${what}` : 'ResourceNotFound')

/** Whether the API says that something is not as it was when it was looked at: another run may be at work. */
export const isOvertaken = (error: unknown): error is Error & Refusal =>
  isRefusal(error) &&
  !isUnanswered(error) &&
  /^(FailedOperation|ResourceInUse|ResourceNotFound|ResourceUnavailable)/.test(error.code)

/** Whether no answer came at all: the client tells what broke off as if the API had said it. */
const isUnanswered = ({ message }: Error): boolean => /\bFetchError\b/.test(String(message)) // its message may be an error itself

/** What went wrong, in a sentence that says what to do. */
export function failureWords(error: unknown): string {
  if (error instanceof DeployFailure) return error.message
  if (!isRefusal(error)) throw error
  if (isUnanswered(error))
    return `没有连上腾讯云，或者连到一半断了：${error.message}。请看看网络，再运行一次：做过的不再做。`
  if (/^AuthFailure/.test(error.code))
    return `腾讯云不认这副访问密钥（${error.code}）。请看看 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY 是不是抄对了、是不是停用了。`
  if (/^Unauthorized/.test(error.code))
    return `这副访问密钥没有权限做 ${error.action}（${error.code}）。请在访问管理里给它云开发和云函数的权限。`
  if (/^RequestLimitExceeded|^LimitExceeded/.test(error.code))
    return `腾讯云说请求太多，或者额度用完了：${error.message}（${error.code}）。`
  const again = isOvertaken(error) ? '如果另外还有一处正在部署，请等它做完，再运行一次：做过的不再做。' : ''
  return `腾讯云没有办成：${error.message}${error.code && `（${error.code}）`}。${again}`
}

/** Variables that nobody may read in what is printed. */
const SECRETS = [
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN',
  'FIELD_KEYS',
  'DIGEST_KEYS',
  'FIRST_SUPERVISOR',
]

/** What signs a request, and keys of 32 bytes, whosever they are: a function may hold others than the environment. */
const SECRET_SHAPES =
  /TC3-HMAC-SHA256[^"\n]*?Signature=\w*|TC3-HMAC-SHA256|(Credential|Signature)=[^\s,"]*|[A-Za-z0-9+/]{43}=/g

/** Shorter ones are no secrets, and stand in many words. */
const SHORTEST_SECRET = 8

/** A sentence without anything secret: an answer or an error may repeat what was sent. */
export function withoutSecrets(text: string, environment: NodeJS.ProcessEnv): string {
  const secrets = SECRETS.flatMap((name) => environment[name]?.trim() || [])
  return secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
    .replace(SECRET_SHAPES, '…')
}
