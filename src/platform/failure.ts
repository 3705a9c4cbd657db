/** WeChat's failures are plain objects. */
export const messageOf = (failure: unknown) =>
  String((failure as { errMsg?: string } | null)?.errMsg ?? failure)

/** Of a cloud function that ran too long (-504003) or broke off (-504002). */
const brokenOff = [-504003, -504002]
const lost = /-50400[23]|timed?[\s_-]?out|interrupted|net::err_|request:fail/i

/** Whether no reply came to what was asked: it may have been done all the same, and nobody may say that it was not. */
export const isUnanswered = (failure: unknown): boolean =>
  brokenOff.includes(Number((failure as { errCode?: number } | null)?.errCode)) ||
  lost.test(messageOf(failure))
