/** A cloud function that keeps a text in cloud storage, reads it back and takes it away. */
import cloud from 'wx-server-sdk'

interface Files {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
}

export async function main({ text }: { text: string }): Promise<unknown> {
  cloud.init({ env: process.env.TCB_ENV })
  const files = cloud as unknown as Files // the SDK's own typings answer `void` as well
  const { fileID } = await files.uploadFile({ cloudPath: 'notes/a.txt', fileContent: Buffer.from(text) })
  const { fileContent } = await files.downloadFile({ fileID })
  const { fileList } = await files.deleteFile({ fileList: [fileID] })
  return { fileID, text: fileContent.toString(), status: fileList[0]?.status }
}
