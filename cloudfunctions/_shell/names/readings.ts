/**
 * How names are read, from a dictionary of 300 KB. Only where a name is written it is needed: it is loaded there, with `import()`, and
 * the build keeps it in a file of its own, so that no cold start waits for it.
 */
import { pinyin } from 'pinyin-pro'
import { type Dictionary, readingsOf as readingsIn } from '../../_domain/people/names/readings'

const PLAIN = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const

const dictionary: Dictionary = {
  surname: (surname) => pinyin(surname, { ...PLAIN, surname: 'head' }),
  // What it does not know it gives back as it is.
  character: (character) =>
    pinyin(character, { ...PLAIN, multiple: true }).filter((one) => one !== character),
}

/** The keys by which a name is found in letters (`readingsOf` of the domain). */
export const readingsOf = (name: string): string[] => readingsIn(name, dictionary)
