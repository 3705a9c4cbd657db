import { type IncomingHttpHeaders, request } from 'node:http'

interface RawReply {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: unknown
}

interface RawRequest {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Sends exactly this path and these headers, which `fetch` would tidy up. */
export function rawRequest(port: number, path: string, { method = 'GET', headers, body }: RawRequest = {}) {
  return new Promise<RawReply>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      const isJson = response.headers['content-type']?.startsWith('application/json')
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        json: isJson ? JSON.parse(text) : undefined,
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
