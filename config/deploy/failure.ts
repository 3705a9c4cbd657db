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
  return `腾讯云没有办成：${error.message}${error.code && `（${error.code}）`}。`
}
