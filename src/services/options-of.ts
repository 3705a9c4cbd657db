/** The words of a record as options, in its order. */
export function optionsOf<K extends string>(words: Record<K, string>): { value: K; word: string }[] {
  const values = Object.keys(words) as K[] // the records are written out in words.ts and carry nothing else
  return values.map((value) => ({ value, word: words[value] }))
}
