/** WeChat's failures are plain objects. */
export const messageOf = (failure: unknown) =>
  String((failure as { errMsg?: string } | null)?.errMsg ?? failure)
