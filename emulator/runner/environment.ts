import type { Caller } from '../parts'

/** The one environment that the emulator plays, and the app id of a project that has none yet. */
export const LOCAL_ENV = 'local-1'
export const APP_ID = 'wx0000000000000000'

export type Variables = Record<string, string>

/**
 * The variables that a function instance starts with. `TCB_CONTEXT_CNFG` alone sends the unmodified SDK to the emulator;
 * `TENCENTCLOUD_RUNENV` puts it on the branches that it takes in production (without it the SDK looks for a metadata host).
 * @param endpoint address of the gateway, `http://127.0.0.1:PORT/admin`
 */
export function instanceVariables(endpoint: string, own: Variables = {}): Variables {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: endpoint }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: LOCAL_ENV,
    TCB_ENV: LOCAL_ENV,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SILENCE: 'true',
    ...own,
  }
}

/**
 * The variables of one invocation. The SDK knows only those that WX_CONTEXT_KEYS names: `getWXContext` shows them, but for
 * the token, which goes out with every request. A caller without openid leaves OPENID absent.
 */
export function invocationVariables(caller: Caller, token: string): Record<string, string | undefined> {
  const isTimer = caller.source === 'wx_trigger'
  return {
    WX_CONTEXT_KEYS: [...(caller.openid === undefined ? [] : ['WX_OPENID']), 'WX_APPID', 'WX_API_TOKEN'].join(
      ',',
    ),
    WX_OPENID: caller.openid,
    WX_APPID: APP_ID,
    WX_API_TOKEN: token,
    WX_TRIGGER_API_TOKEN_V0: isTimer ? token : undefined,
    TRIGGER_SRC: isTimer ? 'timer' : undefined,
    TCB_SOURCE: caller.source,
  }
}
