import Taro from '@tarojs/taro'

/**
 * Opens WeChat's settings of this mini-program, where what was refused can be allowed. WeChat does so only straight from a tap or
 * from within the answer to a question of its own: nothing may be waited for before, so it calls back.
 * @param scope as WeChat names it: scope.userLocation
 * @param tell whether this is allowed afterwards
 */
export function openSetting(scope: string, tell: (isAllowed: boolean) => void): void {
  void Taro.openSetting({
    success: ({ authSetting }) => tell((authSetting as Partial<Record<string, boolean>>)[scope] === true),
  }).catch(() => tell(false))
}
