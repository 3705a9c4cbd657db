import type { CopyPart } from '#types/people/privacy'
import type { CopySection } from '@/services/read-copy'

/** All that is known of an elder, part after part, as a text. */
export const copyText = (name: string, sections: readonly CopySection[]): string =>
  [`${name}的资料`, ...sections.flatMap(({ parts }) => parts.map(textOf))].join('\n\n')

const textOf = ({ title, rows }: CopyPart): string =>
  [`【${title}】`, ...rows.map(({ name, value }) => `${name}：${value}`)].join('\n')
