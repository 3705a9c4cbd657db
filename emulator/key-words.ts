import { BadKeys, type KeyFault } from '../cloudfunctions/_shell/secrets'

const words: Record<KeyFault, string> = {
  missing: '是空的。请写上密钥',
  empty: '是空的。请看看是不是多了一个逗号',
  unnamed: '前面没有名称。请写成“名称:密钥”，名称是最多 32 个字母、数字、- 和 _，后面是英文的冒号',
  keyless: '只有名称，冒号后面没有密钥。请把密钥写全',
  notBase64: '不是 base64 的写法。请看看是不是抄漏、抄错了字',
  wrongLength: '长短不对，应该是 32 字节写成 base64（44 个字符）。请看看是不是抄全了',
  repeated: '和前面一把重名。请改掉一个名称',
}

/** Why keys cannot be read, for whoever set them: which variable, which of its keys and what would be right, and nothing of its value. */
export function badKeyWords(error: unknown): string {
  if (!(error instanceof BadKeys)) throw error
  const { fault } = error
  const { variable, entry } = error.place
  return `${variable}${entry ? `，第 ${entry} 把` : ' '}${words[fault]}（docs/keys.md）。`
}
