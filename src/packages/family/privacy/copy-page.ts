import type { CopyPart } from '#types/people/privacy'
import type { CopySection } from '@/services/read-copy'

interface Copied {
  title: string
  /** When and from where: 2026年11月21日 14:20 从银龄驿取出. */
  made: string
  sections: readonly CopySection[]
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What people typed stands in the file as words, whatever they typed. */
const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const style =
  'body{font:20px/1.6 sans-serif;max-width:40em;margin:1em auto;padding:0 1em}' +
  'table{width:100%;border-collapse:collapse}td{padding:.3em 0;border-bottom:1px solid #ccc;vertical-align:top}' +
  'td:first-child{width:35%;color:#555}'

/** A copy of somebody's data as one page that opens in any browser, now and in ten years. */
export function copyAsPage({ title, made, sections }: Copied): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${plain(title)}</title><style>${style}</style></head><body>`,
    `<h1>${plain(title)}</h1>`,
    `<p>${plain(made)}</p>`,
    ...sections.flatMap((section) => [`<h2>${plain(section.title)}</h2>`, ...partsOf(section)]),
    '</body></html>',
    '',
  ].join('\n')
}

function partsOf({ parts }: CopySection): string[] {
  if (parts.length === 0) return ['<p>没有</p>']
  return parts.map(
    ({ title, rows }) =>
      `<h3>${plain(title)}</h3>\n${rows.length === 0 ? '<p>没有</p>' : `<table>\n${rows.map(rowOf).join('\n')}\n</table>`}`,
  )
}

const rowOf = ({ name, value }: CopyPart['rows'][number]) =>
  `<tr><td>${plain(name)}</td><td>${plain(value)}</td></tr>`
