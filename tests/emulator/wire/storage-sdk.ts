import { type Emulator, startEmulator } from '../../../emulator/emulator'
import type { Store } from '../../../emulator/parts'
import { instanceVariables } from '../../../emulator/runner/environment'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'

/** What the SDK answers about storage; its own typings answer `void` as well. */
export interface StorageSdk {
  init(options: object): void
  uploadFile(file: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string; errMsg: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer; statusCode: number }>
  getTempFileURL(files: { fileList: (string | { fileID: string; maxAge: number })[] }): Promise<{
    fileList: { fileID: string; status: number; errMsg: string; tempFileURL: string; maxAge?: number }[]
  }>
  deleteFile(files: {
    fileList: string[]
  }): Promise<{ fileList: { fileID: string; status: number; errMsg: string }[] }>
}

/** A whole emulator without functions. */
export const anEmulator = (store: Store, onError?: (error: unknown) => void): Promise<Emulator> =>
  startEmulator({
    store,
    onError,
    collections: { notes: { indexes: [] } },
    runner: (parts) => inProcessRunner({ ...parts, functions: {} }),
  })

/** The real wx-server-sdk, pointed at an emulator by environment variables alone. */
export function sdkAt(url: string): StorageSdk {
  Object.assign(process.env, instanceVariables(`${url}/admin`))
  const sdk: StorageSdk = require('wx-server-sdk')
  sdk.init({ env: 'local-1', timeout: 5000 })
  return sdk
}

/** Sends a file as a phone does; nobody is signed in without an openid. */
export async function upload(
  url: string,
  path: string,
  { body, openid }: { body: BodyInit; openid?: string },
) {
  const headers: Record<string, string> = openid === undefined ? {} : { 'x-wx-openid': openid }
  const response = await fetch(`${url}/storage/${path}`, { method: 'PUT', body, headers })
  return { status: response.status, json: (await response.json()) as { ok: boolean; fileID: string } }
}

/** The files that the emulator says it has. */
export async function storedFiles(url: string): Promise<{ path: string; [member: string]: unknown }[]> {
  const { cloudStorage } = await (await fetch(`${url}/__emulator/dump`)).json()
  return cloudStorage
}
