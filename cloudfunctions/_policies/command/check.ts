import { chainFaults } from '../../_domain/policies/checks/chain'
import type { AnyPolicy } from './kinds'
import { problemLine } from './print'
import { questionsOf } from './questions/questions'
import { type Document, documentOf } from './reading/documents'
import { perhapsOnePlace } from './reading/places'
import { readSource } from './reading/source'
import { chainWords, policyWords } from './words/policies'

/** Checks policies one by one and against each other; prints what they say. Answers whether nothing is wrong. */
export function check(files: readonly string[], print: (line: string) => void): boolean {
  const documents = withChainFaults(files.map((file) => documentOf(readSource(file))))
  for (const document of documents) printDocument(document, print)
  const policies = documents.flatMap(({ policy }) => policy ?? [])
  for (const line of chainWords(policies)) print(line)
  for (const line of perhapsOnePlace(policies)) print(`! ${line}`)
  const faulty = documents.filter(({ problems }) => problems.length > 0).length
  print(
    faulty === 0
      ? `✓ ${documents.length} 份政策都没有问题`
      : `✗ ${documents.length} 份政策里有 ${faulty} 份要改`,
  )
  return faulty === 0
}

/** Adds what is wrong between documents to those that have to be changed. */
function withChainFaults(documents: readonly Document[]): Document[] {
  const policies = documents.flatMap(({ policy }): AnyPolicy[] => (policy ? [policy] : []))
  const faults = chainFaults(policies)
  const placed = new Set<string>()
  return documents.map((document) => {
    const { policy, source, problems } = document
    if (!policy || placed.has(policy.id)) return document
    placed.add(policy.id)
    const own = faults.filter(({ id }) => id === policy.id)
    return {
      ...document,
      problems: [...problems, ...own.map((fault) => ({ ...fault, ...source.locate(fault.path) }))],
    }
  })
}

function printDocument({ source, policy, problems }: Document, print: (line: string) => void): void {
  print(`${problems.length > 0 ? '✗' : '✓'} ${source.file}`)
  for (const problem of problems) print(`  ${problemLine(source.file, problem)}`)
  if (policy) {
    for (const line of policyWords(policy)) print(`  ${line}`)
    if (problems.length === 0)
      for (const one of questionsOf(policy))
        print(`  ! ${problemLine(source.file, { ...one, ...source.locate(one.path) })}`)
  }
  print('')
}
