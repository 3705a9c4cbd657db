import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type * as z from '#types/z'
import { problemLine } from '../../cloudfunctions/_policies/command/print'
import { documentOf } from '../../cloudfunctions/_policies/command/reading/documents'
import { problemsOf } from '../../cloudfunctions/_policies/command/reading/issues'
import { fileFault, readSource, type Source } from '../../cloudfunctions/_policies/command/reading/source'
import { unbookable } from './bookable'
import { outOfOrder } from './order'
import { peopleNames, placeNames, type Wrong } from './references'
import { type District, type Places, type Policy, peopleShapes, placeShapes, policyShapes } from './shapes'
import { refusedSteps } from './steps-taken'

/** A folder that is no district; `problems` are lines: file, line and column, field, what is wrong and would be right. */
export class BadDistrict extends Error {
  constructor(
    folder: string,
    readonly problems: readonly string[],
  ) {
    super(
      `${folder} 里的资料要改 ${problems.length} 处，一份也没有用：\n${problems.join('\n')}\n写法见 emulator/demo/README.md。`,
    )
  }
}

/** A district's folder without its people: what a real environment begins with. @throws BadDistrict with everything that is wrong */
export function readPlaces(folder: string): Places {
  const reading = new Reading(folder)
  const places = reading.places()
  return reading.finished(places && { ...places, policies: reading.policies() })
}

/** A whole folder, people and phones too: what a local start begins with. @throws BadDistrict with everything that is wrong */
export function readDistrict(folder: string): District {
  const reading = new Reading(folder)
  const places = reading.places()
  const people = places && reading.people(places)
  const read = reading.finished(people && { ...people, policies: reading.policies() })
  reading.stepsOf(read)
  return reading.finished(read)
}

/** Reads files of one folder and gathers what is wrong with them. */
class Reading {
  readonly #problems: string[] = []
  readonly #sources = new Map<string, Source>()

  constructor(readonly folder: string) {
    if (!isFolder(folder)) throw new BadDistrict(folder, ['没有这个目录，或者打不开。'])
  }

  /** Undefined when a file is missing or is not what it should be; names are looked up only where every file is. */
  places(): Omit<Places, 'policies'> | undefined {
    const files = this.#shaped(placeShapes)
    if (files) this.#tell([...placeNames(files), ...outOfOrder(files), ...unbookable(files)])
    return files
  }

  people(places: Omit<Places, 'policies'>): Omit<District, 'policies'> | undefined {
    const files = this.#shaped(peopleShapes)
    if (!files) return undefined
    this.#tell(peopleNames({ ...places, ...files }))
    return { ...places, ...files }
  }

  /** The steps of those who work there, once nothing else is wrong. */
  stepsOf(written: District): void {
    this.#tell(refusedSteps(written))
  }

  /** The policies that `policies.json` names, each checked as `npm run policy -- check` does. */
  policies(): Policy[] {
    const names = this.#shaped(policyShapes)?.policies ?? []
    const beginnings = new Set<string>()
    return names.flatMap((name, place) => {
      const file = resolve(this.folder, name)
      const fault = fileFault(file)
      if (fault) return this.#refused(place, `${fault}：${name}。`)
      const { source, policy, problems } = documentOf(readSource(file))
      this.#problems.push(...problems.map((problem) => problemLine(source.file, problem)))
      if (!policy) return []
      const beginning = `${policy.kind} ${policy.effectiveFrom}`
      if (beginnings.has(beginning))
        return this.#refused(
          place,
          `前面已经有一份同一种、同一天（${policy.effectiveFrom}）开始的政策。请留下一份。`,
        )
      beginnings.add(beginning)
      return [source.value as Policy] // as it is written: what it leaves out, readers fill in
    })
  }

  #refused(place: number, problem: string): Policy[] {
    this.#tell([{ file: 'policies', path: [place], problem }])
    return []
  }

  finished<T>(read: T | undefined): T {
    if (read === undefined || this.#problems.length > 0) throw new BadDistrict(this.folder, this.#problems)
    return read
  }

  #shaped<Shapes extends Record<string, z.ZodMiniType>>(shapes: Shapes) {
    const files = Object.entries(shapes).map(([name, shape]) => [name, this.#file(name, shape)] as const)
    if (files.some(([, value]) => value === undefined)) return undefined
    return Object.fromEntries(files) as { [Name in keyof Shapes]: z.infer<Shapes[Name]> } // each was parsed by its own shape
  }

  #file(name: string, shape: z.ZodMiniType): unknown {
    const path = join(this.folder, `${name}.json`)
    const fault = fileFault(path)
    if (fault) {
      this.#problems.push(`${path}  ${fault}。`)
      return undefined
    }
    const source = readSource(path)
    this.#sources.set(name, source)
    const parsed = source.problems.length === 0 ? shape.safeParse(source.value) : undefined
    const problems = parsed
      ? problemsOf(parsed.success ? [] : parsed.error.issues, source, shape)
      : source.problems
    this.#problems.push(...problems.map((problem) => problemLine(source.file, problem)))
    return parsed?.success ? parsed.data : undefined
  }

  #tell(wrong: readonly Wrong[]): void {
    for (const { file, path, problem } of wrong) {
      const source = this.#sources.get(file)
      if (source)
        this.#problems.push(problemLine(source.file, { ...source.locate(path), path: [...path], problem }))
    }
  }
}

/** False too for what can be the path of nothing, and for links that lead in a circle. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
